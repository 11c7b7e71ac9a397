#include <QSignalSpy>

#include "tests/support/catch.h"
#include "tests/support/world_session.h"

using namespace attentarium;

namespace {

const QString kSentence = QStringLiteral("in the garden, Emma sees the dog. she laughs");

struct Opened : WorldSession {
    Opened() {
        session->setText(kSentence);
        settle();
    }
    Session& operator*() const { return *session; }
    Session* operator->() const { return session.get(); }
    Var node(const char* name) const { return *session->trace()->find(name); }
};

}  // namespace

TEST_CASE("A sentence set before a model is open runs as soon as one is") {
    testApplication();
    WorldSession other;
    Session fresh;
    fresh.setText(kSentence);
    fresh.openModel(other.session->folder());
    QSignalSpy traced(&fresh, &Session::traceChanged);
    while (!fresh.trace()) QTest::qWait(5);
    CHECK(fresh.text() == kSentence);
    CHECK(fresh.tracedWords().size() == fresh.words().size());
}

TEST_CASE("Every edit can be undone and redone, and the model follows") {
    Opened opened;
    const QStringList before = opened->words();
    opened->replaceWords(4, 1, QStringLiteral("Rose"));
    opened.settle();
    CHECK(opened->tracedWords()[4] == QStringLiteral("Rose"));
    opened->replaceWords(0, 3, {});
    opened->appendToken(*opened->checkpoint()->tokenizer->vocabulary().find("."));
    opened.settle();
    const QStringList after = opened->words();
    CHECK(after.size() == before.size() - 2);
    for (int i = 0; i < 3; ++i) opened->undoStack().undo();
    opened.settle();
    CHECK(opened->words() == before);
    CHECK(opened->tracedWords() == before);
    for (int i = 0; i < 3; ++i) opened->undoStack().redo();
    opened.settle();
    CHECK(opened->tracedWords() == after);
}

TEST_CASE("A sentence that cannot run says why and leaves the last trace") {
    Opened opened;
    const auto before = opened->trace();
    opened->replaceWords(4, 1, QStringLiteral("Zaphod"));
    opened.settle();
    REQUIRE(opened->problem());
    CHECK(opened->problem()->kind() == ErrorKind::WordUnknown);
    CHECK_FALSE(opened->chips()[4].id);
    CHECK_FALSE(opened->suggestions(QStringLiteral("Emmma")).isEmpty());
    opened->setText({});
    opened.settle();
    CHECK(opened->problem()->kind() == ErrorKind::TextEmpty);
    opened->setText(QStringList(70, QStringLiteral("dog")).join(QLatin1Char(' ')));
    opened.settle();
    CHECK(opened->problem()->kind() == ErrorKind::TextTooLong);
    CHECK(opened->trace() == before);
    opened->setText(kSentence);
    opened.settle();
    CHECK_FALSE(opened->problem());
}

TEST_CASE("What is generated is one edit, and is the same for the same seed") {
    Opened opened;
    const QStringList before = opened->words();
    const auto generated = [&] {
        opened->generate(5, {}, 7);
        while (opened->isGenerating()) QTest::qWait(5);
        opened.settle();
        return opened->words();
    };
    const QStringList first = generated();
    CHECK(first.size() > before.size());
    CHECK(first.mid(0, before.size()) == before);
    opened->undoStack().undo();
    CHECK(opened->words() == before);
    CHECK(generated() == first);
}

TEST_CASE("A model that does not open leaves the one that is") {
    Opened opened;
    const QString folder = opened->folder();
    QSignalSpy failed(opened.session.get(), &Session::failed);
    opened->openModel(folder + QStringLiteral("-which-is-not-there"));
    opened.settle();
    CHECK(failed.size() == 1);
    CHECK(opened->folder() == folder);
    CHECK(opened->trace());
}

TEST_CASE("Steps go by operation, by layer and by token, forward and back") {
    Opened opened;
    opened->stepForward();
    CHECK(opened->step() == 1);
    opened->setStepUnit(StepUnit::Layer);
    REQUIRE(opened->goToStep(Phase::Forward, QStringLiteral("blocks.0.attention.scores")));
    opened->stepForward();
    CHECK(opened->trace()->name(opened->currentStep()->node).starts_with("blocks.1."));
    opened->stepBack();
    CHECK(opened->trace()->name(opened->currentStep()->node) == "blocks.0.attention_norm.normalised");
    opened->setStepUnit(StepUnit::Token);
    opened->selectToken(9);
    const int step = opened->step();
    opened->stepForward();
    CHECK(opened->selection().token == 10);
    opened->stepForward();
    CHECK(opened->step() == step + 1);
    CHECK(opened->selection().token == 0);
    opened->stepBack();
    CHECK(opened->step() == step);
    CHECK(opened->selection().token == 10);
}

TEST_CASE("Step and selection stay where they were when a word changes") {
    Opened opened;
    REQUIRE(opened->goToStep(Phase::Backward, QStringLiteral("blocks.1.attention.weights")));
    const std::int64_t length = opened->words().size();
    // Head 2, the row of "she", the column of "Emma".
    opened->selectCell(opened.node("blocks.1.attention.weights"), Quantity::Gradient, (2 * length + 9) * length + 4);
    CHECK(opened->selection().head == 2);
    CHECK(opened->selection().token == 9);
    opened->replaceWords(10, 1, QStringLiteral("laughs very"));
    opened.settle();
    const std::int64_t longer = length + 1;
    CHECK(opened->trace()->name(opened->currentStep()->node) == "blocks.1.attention.weights");
    CHECK(opened->currentStep()->phase == Phase::Backward);
    CHECK(opened->selection().cell == (2 * longer + 9) * longer + 4);
    opened->setText(QStringLiteral("in the garden"));
    opened.settle();
    CHECK(opened->selection().token == 2);
    CHECK(opened->selection().cell == (2 * 3 + 2) * 3 + 2);
}

TEST_CASE("A number chosen in one head becomes the same number of the head chosen next") {
    Opened opened;
    const std::int64_t length = opened->words().size();
    opened->selectCell(opened.node("blocks.0.attention.weights"), Quantity::Value, (2 * length + 9) * length + 4);
    opened->selectHead(1);
    CHECK(opened->selection().cell == (1 * length + 9) * length + 4);
    opened->selectCell(opened.node("blocks.0.attention.query"), Quantity::Value, 70);
    opened->selectHead(3);
    CHECK(opened->selection().cell == 70);
}

TEST_CASE("The last of many quick edits is the one that is shown") {
    Opened opened;
    for (int i = 0; i < 20; ++i) {
        opened->replaceWords(4, 1, i % 2 == 0 ? QStringLiteral("Rose") : QStringLiteral("Emma"));
    }
    opened.settle();
    CHECK(opened->tracedWords() == opened->words());
    CHECK(opened->tracedWords()[4] == QStringLiteral("Emma"));
}

TEST_CASE("What the model before still computes is not shown as the next one's") {
    Opened opened;
    // It knows one of the words only, so nothing runs on it that could take the place of what comes late.
    Checkpoint other;
    other.tokenizer = makeTokenizer(TokenizerKind::Word, Language::English, Vocabulary({"fox", "garden"}));
    auto model = makeModel<float>({.layers = 1, .heads = 1, .width = 8, .context = 16, .vocabulary = 2});
    Random random(1);
    model->initialise(random);
    other.model = std::move(model);
    const QTemporaryDir folder;
    saveCheckpoint(folder.filePath(QStringLiteral("other")).toStdString(), other);
    const Var weights = opened.node("blocks.0.attention.weights");
    opened->openModel(folder.filePath(QStringLiteral("other")));
    opened->setText(QStringLiteral("in the garden, Rose sees the cat."));
    opened->selectCell(weights, Quantity::Value, 0);
    opened->nudge();
    opened.settle();
    REQUIRE(opened->checkpoint()->tokenizer->vocabulary().size() == 2);
    CHECK(opened->problem().has_value());
    CHECK(opened->trace() == nullptr);
    CHECK(opened->nudgeState() == Session::NudgeState::Impossible);
    CHECK(opened->nudgeResult().step == 0);
}
