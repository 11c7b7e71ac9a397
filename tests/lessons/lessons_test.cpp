#include <QDir>
#include <QSet>

#include "tests/lessons/learner.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

constexpr Language kLanguages[] = {Language::English, Language::Chinese};

QStringList lessonFolders() {
    testApplication();
    QStringList all;
    const QDir lessons(resourceFolder(QStringLiteral("lessons")));
    for (const QString& name : lessons.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) all.append(lessons.filePath(name));
    return all;
}

/// Plays every step to its end and says what was wrong on the way.
QString playThrough(LessonPlayer& player, const WorldSession& world, const QString& folder) {
    QString wrong;
    player.start(folder);
    world.settle();
    QSet<QString> seen;
    while (player.isPlaying() && player.currentStep()) {
        const LessonStep step = *player.currentStep();
        const QString place = QDir(folder).dirName() + QLatin1Char('/') + step.id + QStringLiteral(": ");
        if (seen.contains(step.id)) return wrong + place + QStringLiteral("the lesson does not go on\n");
        seen.insert(step.id);
        const QString before = faults(player);
        if (!before.isEmpty()) wrong += place + before;
        if (plain(player.title()).isEmpty() || plain(player.text(TextPart::Body)).size() < 20) {
            wrong += place + QStringLiteral("has hardly a text\n");
        }
        const bool asks = step.until.kind != Condition::Kind::Nothing;
        if (asks == player.isDone()) wrong += place + QStringLiteral("does not wait for the learner\n");
        doTask(player, world);
        if (!player.isDone()) wrong += place + QStringLiteral("is not done by what it asks for\n");
        const QString after = faults(player);
        if (!after.isEmpty()) wrong += place + QStringLiteral("when done: ") + after;
        player.next();
        world.settle();
    }
    return wrong;
}

TEST_CASE("There is a lesson") {
    CHECK(lessonFolders().size() >= 1);
}

TEST_CASE("Every lesson can be played to its end in both languages, with a model of either") {
    for (const Language model : kLanguages) {
        const WorldSession world(model, WorldSession::Weights::Bundled);
        for (const Language interface : kLanguages) {
            LessonPlayer player(*world.session);
            player.setLanguage(interface);
            for (const QString& folder : lessonFolders()) CHECK(playThrough(player, world, folder).toStdString() == "");
        }
    }
}

TEST_CASE("A lesson's sentences are the beginnings of stories of the small world") {
    for (const QString& folder : lessonFolders()) {
        std::vector<LessonProblem> problems;
        const Lesson lesson = readLesson(folder, problems);
        CHECK(problems.empty());
        for (const auto& [language, sentence] : lesson.sentences) {
            const SmallWorld world;
            const auto tokenizer = makeTokenizer(TokenizerKind::Word, language, world.lexicon(language));
            std::vector<std::string> words;
            for (const Token& token : tokenizer->split(sentence.text.toStdString())) words.push_back(token.text);
            CHECK(world.score(words, language).has_value());
            for (const QStringList& role : sentence.words) {
                // What a role may become is known to the model, and the lesson's own word comes first.
                for (const QString& word : role) CHECK(tokenizer->vocabulary().find(word.toStdString()).has_value());
                CHECK(std::count(words.begin(), words.end(), role.first().toStdString()) == 1);
            }
        }
    }
}

TEST_CASE("A changed word moves the figures of a lesson") {
    const WorldSession world;
    LessonPlayer player(*world.session);
    player.start(lessonFolders().first());
    world.settle();
    while (player.currentStep()->until.kind != Condition::Kind::Changed) player.goToStep(player.step() + 1);
    world.settle();
    const BestHead head = player.bestHead();
    const QString before = plain(player.text(TextPart::Done));
    doTask(player, world);
    CHECK(plain(player.text(TextPart::Done)) != before);
    // The lesson stays with its head, whatever the new sentence would choose.
    CHECK(player.bestHead().block == head.block);
    CHECK(player.bestHead().head == head.head);
}

TEST_CASE("A name that no trace has is a fault of its file and line") {
    struct Break {
        const char* file;
        const char* before;
        const char* after;
    };
    const auto breaks =
        GENERATE(Break{"en.md", "{value: loss}", "{value: lost}"},
                 Break{"zh_CN.md", "attention.query[pronoun, best]", "attention.question[pronoun, best]"},
                 Break{"zh_CN.md", "{number: width}", "{number: girth}"},
                 Break{"en.md", "attention.key[person, best]", "attention.key[person]"},
                 Break{"en.md", "attention.key[person, best]", "attention.key[person, 64]"},
                 Break{"lesson.json", "forward blocks.*.attention.scores", "forward blocks.*.scores"},
                 Break{"lesson.json", "attention.scores[best, pronoun, person]", "attention.scores[person, best]"},
                 Break{"lesson.json", "backward loss", "backward probabilities"},
                 Break{"lesson.json", "\"until\": { \"change\"", "\"until\": { \"exchange\""});
    const LessonCopy copy;
    const QByteArray content = copy.read(QString::fromLatin1(breaks.file));
    REQUIRE(copy.replace(QString::fromLatin1(breaks.file), breaks.before, breaks.after));
    const WorldSession world;
    LessonPlayer player(*world.session);
    const QString wrong = playThrough(player, world, copy.folder());
    CAPTURE(wrong.toStdString());
    CHECK(wrong.contains(QString::fromLatin1(breaks.file) + QLatin1Char(':')));
    if (QLatin1String(breaks.file) != QLatin1String("lesson.json")) {
        const auto line = content.left(content.indexOf(breaks.before)).count('\n') + 1;
        CHECK(wrong.contains(QStringLiteral("%1:%2: ").arg(QLatin1String(breaks.file)).arg(line)));
    }
}

}  // namespace
}  // namespace attentarium
