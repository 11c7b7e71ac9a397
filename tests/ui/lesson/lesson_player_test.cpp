#include <QSignalSpy>

#include "tests/support/catch.h"
#include "tests/support/world_session.h"
#include "ui/lesson/lesson_player.h"

namespace attentarium {
namespace {

/// The bundled lesson, copied, being played.
struct Playing {
    explicit Playing(Language language = Language::English) : player(*world.session) {
        if (language != Language::English) world.open(language);
        player.start(copy.folder());
        world.settle();
    }
    void goTo(const char* id) {
        const auto& steps = player.lesson().steps;
        for (int i = 0; i < static_cast<int>(steps.size()); ++i) {
            if (steps[static_cast<std::size_t>(i)].id == QLatin1String(id)) player.goToStep(i);
        }
        world.settle();
    }
    std::string stepName() const { return world.session->trace()->name(world.session->currentStep()->node); }

    WorldSession world;
    LessonCopy copy;
    LessonPlayer player;
};

/// Waits for a change of the files to be noticed.
template <typename Condition>
bool waitFor(Condition condition) {
    return QTest::qWaitFor(condition, 4000);
}

TEST_CASE("A lesson opens its sentence in the model's language and shows its first step") {
    Playing lesson;
    CHECK(lesson.world.session->text() == QStringLiteral("in the garden, Emma sees the dog. she laughs"));
    CHECK(lesson.stepName() == "input");
    CHECK(lesson.world.session->tracedWords()[lesson.world.session->selection().token] == QStringLiteral("she"));
    CHECK(lesson.player.isDone());
    lesson.world.open(Language::Chinese);
    lesson.world.settle();
    CHECK(lesson.world.session->text() == QStringLiteral("在花园里，艾玛看见了小狗。她笑"));
    CHECK(lesson.player.problems().empty());
}

TEST_CASE("A lesson speaks of the model as it is, and changes come back by undo") {
    WorldSession world;
    world.session->change(SilenceHead{"blocks.0.attention", 0});
    world.settle();
    LessonCopy copy;
    LessonPlayer player(*world.session);
    player.start(copy.folder());
    world.settle();
    CHECK(world.session->changes().empty());
    CHECK(world.session->trace()->interventions().empty());
    REQUIRE(world.session->undoStack().canUndo());
}

TEST_CASE("A lesson waits for a model") {
    testApplication();
    Session session;
    LessonPlayer player(session);
    player.start(resourceFolder(QStringLiteral("lessons/self-attention")));
    CHECK(player.stepCount() == 11);
    CHECK(player.problems().empty());
    CHECK_FALSE(player.title().empty());
    CHECK(player.options().empty());
    player.goToStep(3);
    CHECK_FALSE(player.isDone());
}

TEST_CASE("The answer is the model's, and comes after the guess") {
    Playing lesson;
    lesson.goTo("predict");
    CHECK(lesson.stepName() == "input");
    REQUIRE(lesson.player.options().size() == 3);
    CHECK_FALSE(lesson.player.isDone());
    lesson.player.next();
    CHECK(lesson.player.step() == 1);
    lesson.player.answer(QStringLiteral("place"));
    CHECK(lesson.player.isDone());
    CHECK(lesson.player.chosen() == QStringLiteral("place"));
    CHECK(QString::fromStdString(lesson.stepName()).endsWith(QStringLiteral("attention.weights")));

    // The truth is the largest of the three weights in the row of the pronoun.
    const Trace& trace = *lesson.world.session->trace();
    const BestHead best = lesson.player.bestHead();
    const Var weights = *trace.find("blocks." + std::to_string(best.block) + ".attention.weights");
    const QStringList words = lesson.world.session->tracedWords();
    const auto weight = [&](const QString& word) {
        const qsizetype at = (best.head * words.size() + words.indexOf(QStringLiteral("she"))) * words.size();
        return trace.values(weights)[static_cast<std::size_t>(at + words.indexOf(word))];
    };
    QString largest;
    for (const LessonOption& option : lesson.player.options()) {
        if (largest.isEmpty() || weight(option.word) > weight(largest)) largest = option.word;
    }
    for (const LessonOption& option : lesson.player.options()) {
        if (option.word == largest) CHECK(lesson.player.truth() == option.role);
    }
    // A second guess does not count.
    lesson.player.answer(QStringLiteral("person"));
    CHECK(lesson.player.chosen() == QStringLiteral("place"));
}

TEST_CASE("A head that was measured is the lesson's head") {
    const WorldSession world;
    Checkpoint measured = *world.session->checkpoint();
    measured.measures["referent_head_layer"] = 1;
    measured.measures["referent_head"] = 2;
    QTemporaryDir folder;
    saveCheckpoint(folder.filePath(QStringLiteral("model")).toStdString(), measured);
    LessonPlayer player(*world.session);
    player.start(resourceFolder(QStringLiteral("lessons/self-attention")));
    world.session->openModel(folder.filePath(QStringLiteral("model")));
    world.settle();
    CHECK(player.bestHead().block == 1);
    CHECK(player.bestHead().head == 2);
}

TEST_CASE("Another sentence is said to lack the lesson's words, which come back when asked for") {
    Playing lesson;
    lesson.goTo("weights");
    CHECK_FALSE(lesson.player.lacksWords());
    lesson.world.session->setText(QStringLiteral("the cat sleeps"));
    lesson.world.settle();
    CHECK(lesson.player.lacksWords());
    CHECK(lesson.player.problems().empty());
    lesson.player.showAgain();
    lesson.world.settle();
    CHECK_FALSE(lesson.player.lacksWords());
    CHECK(lesson.world.session->words().contains(QStringLiteral("she")));
}

TEST_CASE("An edited text shows at once, at the same step, also when an editor replaces the file") {
    Playing lesson;
    lesson.goTo("scores");
    const auto title = [&] { return lesson.player.title().front().markdown; };
    const QByteArray text = lesson.copy.read(QStringLiteral("en.md"));
    REQUIRE(title() == QStringLiteral("Step 1: query · key"));
    lesson.copy.write(QStringLiteral("en.md"), QByteArray(text).replace("## Step 1:", "## First step:"));
    CHECK(waitFor([&] { return title() == QStringLiteral("First step: query · key"); }));
    for (const char* next : {"## Once:", "## Twice:", "## Thrice:"}) {
        lesson.copy.putInPlace(QStringLiteral("en.md"), QByteArray(text).replace("## Step 1:", next));
        CHECK(waitFor([&] { return title().startsWith(QString::fromLatin1(next).mid(3)); }));
    }
    CHECK(lesson.player.currentStep()->id == QStringLiteral("scores"));
    CHECK(lesson.player.problems().empty());
}

TEST_CASE("Edited steps show at once, and broken ones stay as they were, with what is wrong") {
    Playing lesson;
    lesson.goTo("weights");
    const QByteArray data = lesson.copy.read(QStringLiteral("lesson.json"));
    REQUIRE(lesson.copy.replace(QStringLiteral("lesson.json"),
                                "\"forward blocks.*.attention.weights\", \"token\": \"pronoun\"",
                                "\"forward blocks.*.attention.scores\", \"token\": \"person\""));
    CHECK(waitFor(
        [&] { return QString::fromStdString(lesson.stepName()).endsWith(QStringLiteral("attention.scores")); }));
    CHECK(lesson.player.currentStep()->id == QStringLiteral("weights"));

    lesson.copy.write(QStringLiteral("lesson.json"), data.left(data.size() / 2));
    CHECK(waitFor([&] { return !lesson.player.problems().empty(); }));
    CHECK(lesson.player.currentStep()->id == QStringLiteral("weights"));
    lesson.copy.write(QStringLiteral("lesson.json"), data);
    CHECK(waitFor([&] { return lesson.player.problems().empty(); }));
    CHECK(lesson.player.currentStep()->id == QStringLiteral("weights"));
}

TEST_CASE("Lessons are listed by their titles in the language of the interface") {
    const WorldSession world;
    LessonPlayer player(*world.session);
    player.setLibrary(resourceFolder(QStringLiteral("lessons")));
    REQUIRE_FALSE(player.lessons().empty());
    CHECK(player.lessons()[0].title == QStringLiteral("Self-attention"));
    player.setLanguage(Language::Chinese);
    CHECK(player.lessons()[0].title == QStringLiteral("自注意力"));
    CHECK_FALSE(player.lessons()[0].summary.isEmpty());
}

TEST_CASE("Lines of Chinese are joined without a space") {
    Playing lesson;
    lesson.player.setLanguage(Language::Chinese);
    for (int i = 0; i < lesson.player.stepCount(); ++i) {
        lesson.player.goToStep(i);
        for (const LivePiece& piece : lesson.player.text(TextPart::Body)) {
            CAPTURE(piece.markdown.toStdString());
            // What is left are paragraphs.
            CHECK_FALSE(QString(piece.markdown).remove(QStringLiteral("\n\n")).trimmed().contains(QLatin1Char('\n')));
        }
    }
}

}  // namespace
}  // namespace attentarium
