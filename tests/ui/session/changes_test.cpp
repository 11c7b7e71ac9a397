#include <QSignalSpy>
#include <bit>

#include "engine/core/random.h"
#include "tests/support/catch.h"
#include "tests/support/small_session.h"
#include "ui/session/changed_cell.h"

using namespace attentarium;

namespace {

/// Every value and gradient of a trace, as bits.
std::vector<std::uint32_t> bitsOf(const Trace& trace) {
    std::vector<std::uint32_t> bits;
    for (const Var node : trace.nodes()) {
        for (const float number : trace.values(node)) bits.push_back(std::bit_cast<std::uint32_t>(number));
        for (const float number : trace.gradients(node)) bits.push_back(std::bit_cast<std::uint32_t>(number));
    }
    return bits;
}

double numberAt(const Trace& trace, const char* name, std::int64_t cell) {
    return static_cast<double>(trace.values(*trace.find(name))[static_cast<std::size_t>(cell)]);
}

}  // namespace

TEST_CASE("a number that is set changes what follows, and the run without it is what that is compared with") {
    SmallSession small;
    Session& session = *small.session;
    CHECK(session.referenceKind() == ReferenceKind::None);
    const auto before = session.trace();
    // Head 2, from "and" to "fox": what the last word sees has no loss.
    const std::int64_t cell = 64 + 6 * 8 + 1;
    session.change(setCell(*before, small.node("blocks.0.attention.weights"), cell, 0.75));
    CHECK_FALSE(session.isTraceCurrent());
    small.settle();
    CHECK(session.isTraceCurrent());
    CHECK(session.applies(0));
    CHECK(numberAt(*session.trace(), "blocks.0.attention.weights", cell) == 0.75);
    CHECK(numberAt(*session.trace(), "loss", 0) != numberAt(*before, "loss", 0));
    REQUIRE(session.referenceKind() == ReferenceKind::WithoutChanges);
    CHECK(bitsOf(*session.reference()) == bitsOf(*before));
    session.undoStack().undo();
    small.settle();
    CHECK(session.changes().empty());
    CHECK(bitsOf(*session.trace()) == bitsOf(*before));
}

TEST_CASE("a later change of the same thing takes the place of the earlier one") {
    SmallSession small;
    Session& session = *small.session;
    session.change(SilenceHead{"blocks.0.attention", 1});
    session.change(SetTemperature{2});
    session.change(SetTemperature{0.5});
    REQUIRE(session.changes().size() == 2);
    CHECK(std::get<SetTemperature>(session.changes()[1]).temperature == 0.5);
    CHECK(session.placeOfChange(SilenceHead{"blocks.0.attention", 1}) == 0);
    CHECK(session.placeOfChange(SilenceHead{"blocks.0.attention", 0}) == -1);
    const auto count = session.undoStack().count();
    session.change(SetTemperature{0.5});
    CHECK(session.undoStack().count() == count);
    session.dropChange(0);
    CHECK(session.changes().size() == 1);
    session.dropAllChanges();
    CHECK(session.changes().empty());
    session.undoStack().undo();
    session.undoStack().undo();
    CHECK(session.changes().size() == 2);
}

TEST_CASE("a word that is replaced or moved is compared with the sentence before") {
    SmallSession small;
    Session& session = *small.session;
    const auto before = session.trace();
    session.replaceWords(1, 1, QStringLiteral("bird"));
    small.settle();
    CHECK(session.referenceKind() == ReferenceKind::BeforeEdit);
    CHECK(session.reference() == before);
    CHECK(session.moveWord(1, 2));
    small.settle();
    CHECK(session.words()[1] == QStringLiteral("saw"));
    CHECK(session.words()[2] == QStringLiteral("bird"));
    CHECK(session.referenceKind() == ReferenceKind::BeforeEdit);
    session.appendToken(0);
    small.settle();
    CHECK(session.referenceKind() == ReferenceKind::None);
    CHECK_FALSE(session.moveWord(0, 40));
    CHECK_FALSE(session.moveWord(-1, 0));
}

TEST_CASE("a kept run is compared with until it is dropped") {
    SmallSession small;
    Session& session = *small.session;
    const auto kept = session.trace();
    QSignalSpy heard(&session, &Session::referenceChanged);
    session.keepAsReference();
    CHECK(heard.size() == 1);
    session.change(SilenceHead{"blocks.1.attention", 0});
    small.settle();
    CHECK(session.referenceKind() == ReferenceKind::KeptRun);
    CHECK(session.reference() == kept);
    CHECK(session.keptText().startsWith(QStringLiteral("the fox")));
    session.dropReference();
    CHECK(session.referenceKind() == ReferenceKind::WithoutChanges);
}

TEST_CASE("a change that the sentence has no place for says so, and holds again where it has") {
    SmallSession small;
    Session& session = *small.session;
    session.change(setCell(*session.trace(), small.node("blocks.0.attention.query"), 7 * 8, 0.5));
    small.settle();
    CHECK(session.applies(0));
    small.say(QStringLiteral("the fox"));
    CHECK(session.changes().size() == 1);
    CHECK_FALSE(session.applies(0));
    session.undoStack().undo();
    small.settle();
    CHECK(session.applies(0));
}

TEST_CASE("changes wait while the sentence cannot run, and go with the model") {
    SmallSession small;
    Session& session = *small.session;
    const auto before = session.trace();
    small.say(QStringLiteral("the zebra"));
    REQUIRE(session.problem());
    session.change(SilenceHead{"blocks.0.attention", 0});
    small.settle();
    CHECK(session.trace() == before);
    session.undoStack().undo();
    session.undoStack().undo();
    session.undoStack().redo();
    session.undoStack().redo();
    small.say(QStringLiteral("the fox saw"));
    CHECK(session.trace()->interventions().size() == 1);
    session.openModel(session.folder());
    small.settle();
    CHECK(session.changes().empty());
    CHECK(session.trace()->interventions().empty());
    CHECK_FALSE(session.undoStack().canUndo());
}

TEST_CASE("words are generated by the changed weights") {
    SmallSession small;
    Session& session = *small.session;
    const auto generated = [&] {
        session.generate(5, {.temperature = 0}, 1);
        small.settle();
        const QStringList words = session.words();
        session.undoStack().undo();
        small.settle();
        return words;
    };
    const QStringList before = generated();
    session.change(SwapHeads{"blocks.0.attention", 0, 1});
    for (std::int64_t feature = 0; feature < 4; ++feature) {
        session.change(setCell(*session.trace(), small.node("token_embedding.weight"), 3 * 8 + feature, 40));
    }
    small.settle();
    CHECK(generated() != before);
}

TEST_CASE("after 1,000 random edits and as many undos every bit is what it was") {
    SmallSession small;
    Session& session = *small.session;
    session.undoStack().clear();
    const QStringList words = session.words();
    const std::vector<std::uint32_t> before = bitsOf(*session.trace());
    const auto asItWas = session.trace();
    Random random(20);
    const auto below = [&](std::int64_t count) {
        return static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(count)));
    };
    const QStringList known{QStringLiteral("a"), QStringLiteral("bird"), QStringLiteral("she"),
                            QStringLiteral("zebra")};
    const auto nodes = asItWas->nodes();
    while (session.undoStack().count() < 1000) {
        const std::string attention = below(2) == 0 ? "blocks.0.attention" : "blocks.1.attention";
        switch (below(11)) {
            case 0:
                session.replaceWords(static_cast<int>(below(std::max<std::int64_t>(1, session.words().size()))), 1,
                                     known[below(4)]);
                break;
            case 1:
                if (session.words().size() < 12) session.appendToken(static_cast<int>(below(12)));
                break;
            case 2:
                session.moveWord(static_cast<int>(below(8)), static_cast<int>(below(8)));
                break;
            case 3:
            case 4: {
                const Var node = nodes[static_cast<std::size_t>(below(static_cast<std::int64_t>(nodes.size())))];
                session.change(setCell(*asItWas, node, below(asItWas->shape(node).count()), random.uniform() - 0.5));
                break;
            }
            case 5:
                session.change(SetVisibility{attention, below(8), below(8), below(2) == 0});
                break;
            case 6:
                session.change(SetScale{attention, random.uniform()});
                break;
            case 7:
                session.change(SilenceHead{attention, below(2)});
                break;
            case 8:
                session.change(*frozenHead(*asItWas, attention, below(2)));
                break;
            case 9:
                session.change(below(2) == 0 ? Intervention(SwapHeads{attention, 0, 1})
                                             : Intervention(SetTemperature{random.uniform() + 0.1}));
                break;
            default:
                below(40) == 0 ? session.dropAllChanges()
                               : session.dropChange(
                                     static_cast<int>(below(static_cast<std::int64_t>(session.changes().size()) + 1)));
        }
        // Some of them run, most are overtaken.
        if (session.undoStack().count() % 50 == 0) small.settle();
    }
    small.settle();
    while (session.undoStack().canUndo()) session.undoStack().undo();
    small.settle();
    CHECK(session.words() == words);
    CHECK(session.changes().empty());
    REQUIRE(session.isTraceCurrent());
    CHECK(bitsOf(*session.trace()) == before);
}

TEST_CASE("the same sentence runs in another model beside this one, under the same changes") {
    SmallSession small, other(QString(), SmallSession::Speaks::English),
        chinese(QString(), SmallSession::Speaks::Chinese);
    Session& session = *small.session;
    session.compareWith(other.session->folder());
    small.settle();
    REQUIRE(session.referenceKind() == ReferenceKind::OtherModel);
    // The same weights in another folder, so the very same numbers.
    CHECK(bitsOf(*session.reference()) == bitsOf(*session.trace()));
    session.change(SilenceHead{"blocks.1.attention", 0});
    small.settle();
    REQUIRE(session.referenceKind() == ReferenceKind::OtherModel);
    CHECK(bitsOf(*session.reference()) == bitsOf(*session.trace()));
    // One that knows other words cannot be compared with.
    session.compareWith(chinese.session->folder());
    small.settle();
    CHECK(session.referenceKind() == ReferenceKind::WithoutChanges);
    CHECK(session.comparedFolder() == chinese.session->folder());
    session.dropReference();
    CHECK(session.comparedFolder().isEmpty());
}

TEST_CASE("moved words are known as such until they are put back, and one edit resets everything") {
    SmallSession small;
    Session& session = *small.session;
    const QStringList typed = session.words();
    const int start = session.undoStack().index();
    const auto before = bitsOf(*session.trace());
    REQUIRE(session.moveWord(1, 2));
    small.settle();
    REQUIRE(session.unmovedWords());
    CHECK(*session.unmovedWords() == typed);
    CHECK(session.referenceKind() == ReferenceKind::BeforeEdit);
    session.moveWord(0, 3);
    session.change(SilenceHead{"blocks.0.attention", 0});
    small.settle();
    CHECK(*session.unmovedWords() == typed);
    session.resetAll();
    small.settle();
    CHECK(session.words() == typed);
    CHECK(session.changes().empty());
    CHECK_FALSE(session.unmovedWords());
    CHECK(bitsOf(*session.trace()) == before);
    // One undo brings all of it again.
    session.undoStack().undo();
    small.settle();
    CHECK(session.changes().size() == 1);
    REQUIRE(session.unmovedWords());
    CHECK(*session.unmovedWords() == typed);
    session.undoStack().setIndex(start);
    small.settle();
    CHECK(session.words() == typed);
    CHECK_FALSE(session.unmovedWords());
    // What undo brings back is no experiment to be compared with.
    CHECK(session.referenceKind() == ReferenceKind::None);
    // A word that is moved back by hand is where it was; one that is replaced is another sentence.
    session.moveWord(1, 2);
    session.moveWord(2, 1);
    CHECK_FALSE(session.unmovedWords());
    session.moveWord(1, 2);
    session.replaceWords(0, 1, QStringLiteral("a"));
    CHECK_FALSE(session.unmovedWords());
}
