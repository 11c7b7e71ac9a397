#include <QTemporaryDir>
#include <QTest>

#include "engine/ops/cross_entropy.h"
#include "tests/support/application.h"
#include "tests/support/catch.h"
#include "tests/support/families.h"
#include "ui/session/resources.h"
#include "ui/session/session.h"

using namespace attentarium;

namespace {

/// There has to be one before any session.
struct WithApplication {
    WithApplication() { testApplication(); }
};

/// A session with a small model of a family.
struct Opened : WithApplication {
    Opened(Family family, const QString& text) : Opened(smallConfig(family), text) {}
    Opened(const ModelConfig& config, const QString& text) {
        saveCheckpoint(m_folder.filePath(QStringLiteral("m")).toStdString(), sampleCheckpoint({"", config}));
        session.setText(text);
        session.openModel(m_folder.filePath(QStringLiteral("m")));
        settle();
    }

    void settle() {
        for (int i = 0; i < 1000 && (session.isBusy() || !session.checkpoint()); ++i) QTest::qWait(5);
        QTest::qWait(5);
    }
    std::string id(int token) const {
        return sampleVocabulary().token(session.trace()->tokens()[static_cast<std::size_t>(token)]);
    }

    Session session;

  private:
    QTemporaryDir m_folder;
};

}  // namespace

TEST_CASE("an encoder–decoder answers by itself until it is given an answer behind an arrow") {
    for (const Family family : {Family::Transformer, Family::Seq2Seq}) {
        Opened opened(family, QStringLiteral("the red fox"));
        Session& session = opened.session;
        REQUIRE(session.trace());
        CHECK(session.tracedSource() == session.words());
        CHECK(session.chips()[0].role == Chip::Role::Source);
        CHECK(session.ownAnswer() == session.tracedWords().mid(1));
        CHECK(opened.id(0) == "<begin>");
        // What the model says by itself is what it finds likeliest.
        const Trace& own = *session.trace();
        const auto logits = own.values(own.find(Site::Logits).value());
        const auto columns = static_cast<std::size_t>(own.shape(own.find(Site::Logits).value())[-1]);
        for (std::size_t i = 0; i + 1 < own.tokens().size(); ++i) {
            const auto row = logits.subspan(i * columns, columns);
            CHECK(std::ranges::max_element(row) - row.begin() == own.tokens()[i + 1]);
        }

        for (const char* const arrow : {" → ", "=>"}) {
            session.setText(QStringLiteral("the red fox") + QString::fromUtf8(arrow) + QStringLiteral("she ate"));
            opened.settle();
            CHECK(session.chips()[3].role == Chip::Role::Arrow);
            CHECK(session.chips()[4].role == Chip::Role::Word);
            CHECK(session.text() == QStringLiteral("the red fox → she ate"));
            CHECK(session.ownAnswer().isEmpty());
            CHECK(session.tracedWords() ==
                  QStringList{QStringLiteral("<begin>"), QStringLiteral("she"), QStringLiteral("ate")});
            CHECK(session.wordOf(session.targetOf(2)) == QStringLiteral("<end>"));
            CHECK(session.isTraceCurrent());
        }
        session.chooseChip(5);
        CHECK(session.selection().token == 2);
        CHECK(session.chosenChip() == 5);
        session.chooseChip(1);
        CHECK(session.selection().sourceToken == 1);
        CHECK(session.selection().token == 2);
        session.undoStack().undo();
        opened.settle();
        CHECK_FALSE(session.problem());
    }
}

TEST_CASE("what a model goes on with becomes a typed answer") {
    Opened opened(Family::Transformer, QStringLiteral("the red fox"));
    const QStringList own = opened.session.ownAnswer();
    opened.session.takeProposal(4);
    opened.settle();
    CHECK(opened.session.words() ==
          QStringList{QStringLiteral("the"), QStringLiteral("red"), QStringLiteral("fox"), QStringLiteral("→")} + own +
              QStringList{QStringLiteral("a")});
}

TEST_CASE("bert has the last word hidden, or the chosen one, or the one that is typed as a mask") {
    Opened opened(Family::Bert, QStringLiteral("the red fox ate"));
    Session& session = opened.session;
    REQUIRE(session.trace());
    CHECK(session.chips()[3].role == Chip::Role::Hidden);
    CHECK(opened.id(3) == "<mask>");
    CHECK(session.wordOf(session.targetOf(3)) == QStringLiteral("ate"));
    CHECK(session.targetOf(1) == -1);
    CHECK(session.proposingToken() == 3);
    session.chooseChip(1);
    opened.settle();
    CHECK(opened.id(1) == "<mask>");
    CHECK(opened.id(3) == "ate");
    CHECK(session.selection().token == 1);
    session.takeProposal(2);
    opened.settle();
    CHECK(session.text() == QStringLiteral("the fox fox ate"));
    session.setText(QStringLiteral("the <mask> fox ate"));
    opened.settle();
    CHECK(session.proposingToken() == 1);
    // What was typed as a mask has no word that would be right.
    CHECK_FALSE(session.trace()->find(Site::Loss));
}

TEST_CASE("word vectors tell a word from its neighbours, so nothing comes next") {
    for (const Family family : {Family::Cbow, Family::SkipGram}) {
        Opened opened(family, QStringLiteral("the red fox ate"));
        REQUIRE(opened.session.trace());
        CHECK(opened.session.proposingToken() == -1);
    }
}

TEST_CASE("a step by token goes on in time where a layer goes through it") {
    Opened opened(Family::Gru, QStringLiteral("the red fox"));
    Session& session = opened.session;
    session.setStepUnit(StepUnit::Token);
    REQUIRE(session.goToStep(Phase::Forward, QStringLiteral("layers.0.t.0.update_gate")));
    const auto name = [&] { return session.trace()->name(session.currentStep()->node); };
    session.stepForward();
    CHECK(name() == "layers.0.t.1.update_gate");
    session.stepForward();
    CHECK(name() == "layers.0.t.2.update_gate");
    session.stepForward();
    CHECK(name() == "layers.0.hidden_states");
    session.goToStep(Phase::Forward, QStringLiteral("layers.0.t.1.update_gate"));
    session.stepBack();
    CHECK(name() == "layers.0.t.0.update_gate");
    session.setStepUnit(StepUnit::Layer);
    session.stepForward();
    CHECK(name().starts_with("layers.1."));
}

TEST_CASE("the mark of a class takes a place, and a text that it makes too long says so") {
    ModelConfig config = smallConfig(Family::Gpt);
    config.classes = 3;
    const QString words = QStringLiteral("the fox ").repeated(static_cast<int>(config.context) / 2);
    Opened opened(config, words.section(QLatin1Char(' '), 1, config.context - 1));
    CHECK(opened.session.isTraceCurrent());
    opened.session.setText(words);
    opened.settle();
    REQUIRE(opened.session.problem());
    CHECK(opened.session.problem()->kind() == ErrorKind::TextTooLong);
}

TEST_CASE("a model of letters that knows no space reads words as letters alone") {
    const WithApplication application;
    QTemporaryDir folder;
    std::vector<std::string> letters;
    for (char letter = 'a'; letters.size() < 10; ++letter) letters.emplace_back(1, letter);
    Checkpoint checkpoint = sampleCheckpoint({"", smallConfig(Family::Seq2Seq)});
    checkpoint.tokenizer =
        makeTokenizer(TokenizerKind::Character, Language::English, withSpecialTokens(Vocabulary(letters)));
    saveCheckpoint(folder.path().toStdString(), checkpoint);
    Session session;
    session.setText(QStringLiteral("bad cab → a bee"));
    session.openModel(folder.path());
    REQUIRE(QTest::qWaitFor([&] { return session.trace() != nullptr; }));
    CHECK(session.words().join(QString()) == QStringLiteral("badcab→abee"));
    CHECK_FALSE(session.problem());
}

TEST_CASE("one's own sentence comes back behind a model that could not read it") {
    testApplication();
    Session session;
    const auto open = [&](const char* name) {
        const QString folder = resourceFolder(QStringLiteral("checkpoints")) + QLatin1Char('/') + QLatin1String(name);
        session.openModel(folder);
        for (int i = 0; i < 2000 && (session.isBusy() || session.folder() != folder); ++i) QTest::qWait(5);
        QTest::qWait(5);
        REQUIRE(session.folder() == folder);
        CHECK(session.isTraceCurrent());
    };
    const QString own = QStringLiteral("Tom sees the dog");
    session.setText(own);
    open("small-world-en");
    CHECK(session.text() == own);
    open("biased-world-en");
    CHECK(session.text() != own);
    open("lstm-en");
    CHECK(session.text() == own);
    open("small-world-zh");
    CHECK(session.text() == bundledSentence(Language::Chinese));
}
