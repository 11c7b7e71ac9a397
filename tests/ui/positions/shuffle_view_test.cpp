// Shuffled words in the real window.

#include "tests/ui/positions/positions_fixture.h"
#include "ui/views/positions/word_order.h"

namespace attentarium::test {
namespace {

struct Shuffled : PositionsPage<ShuffleView> {
    Shuffled() : PositionsPage(QStringLiteral("shuffle")) { wait(); }
    void wait() {
        REQUIRE(waitUntil([this] { return view().study().result() && !view().isBusy(); }));
        settle();
    }
    const ShuffleResult& result() { return *view().study().result(); }
};

TEST_CASE("Without positions and without a mask nothing moves but by rounding, however the words are shuffled") {
    Shuffled shuffled;
    for (int i = 0; i < 4; ++i) {
        const std::vector<int> before = shuffled.result().order;
        shuffled.click(shuffled.part("shuffle"));
        shuffled.wait();
        CHECK(shuffled.result().order != before);
        CHECK_FALSE(std::ranges::is_sorted(shuffled.result().order));
        CHECK(shuffled.result().placeless.largestMove() < 1e-5);
        CHECK(shuffled.result().placeless.largestWeightChange < 1e-5);
        CHECK(shuffled.result().placeless.largestGuessChange() < 1e-5);
        CHECK(shuffled.result().placed.largestMove() > 0.01);
        CHECK(shuffled.result().placed.largestWeightChange > 0.01);
    }
    CHECK(shuffled.view().sentence().contains(QStringLiteral("rounding")));
}

TEST_CASE("A sentence is shown shuffled at first, and keeps its order when a word of it is changed") {
    Shuffled shuffled;
    const std::vector<int> order = shuffled.result().order;
    CHECK_FALSE(std::ranges::is_sorted(order));
    for (const QString& word : {QStringLiteral("Tom"), QStringLiteral("Emma")}) {
        shuffled.session->replaceWords(0, 1, word);
        REQUIRE(waitUntil([&] { return shuffled.session->isTraceCurrent() && shuffled.result().words[0] == word; }));
        shuffled.wait();
        CHECK(shuffled.result().order == order);
    }
}

TEST_CASE("The mask is an order too: with it even the model without positions is moved") {
    Shuffled shuffled;
    shuffled.clickTab("masks", 1);
    shuffled.wait();
    CHECK(shuffled.result().isMasked);
    CHECK(shuffled.result().placeless.largestMove() > 0.01);
    CHECK(shuffled.view().sentence().contains(QStringLiteral("That is an order too")));
}

TEST_CASE("Each kind of positions is moved") {
    Shuffled shuffled;
    for (int kind = 0; kind < 5; ++kind) {
        shuffled.pick("kinds", kind);
        shuffled.wait();
        CAPTURE(kind);
        CHECK(shuffled.result().placed.kind != Positions::None);
        CHECK(shuffled.result().placed.largestMove() > 1e-3);
    }
}

TEST_CASE("A word is moved by dragging and by keys, and the own order comes back") {
    Shuffled shuffled;
    shuffled.click(shuffled.part("restore"));
    shuffled.wait();
    CHECK(std::ranges::is_sorted(shuffled.result().order));
    CHECK(shuffled.result().placed.largestMove() == 0);
    CHECK(shuffled.view().sentence().contains(QStringLiteral("nothing has moved")));
    WordOrder& order = shuffled.view().order();
    QTest::mousePress(&order, Qt::LeftButton, {}, order.rectOf(1).center());
    QTest::mouseMove(&order, order.rectOf(3).center());
    QTest::mouseRelease(&order, Qt::LeftButton, {}, order.rectOf(3).center());
    shuffled.wait();
    CHECK(std::vector(shuffled.result().order.begin(), shuffled.result().order.begin() + 4) == std::vector{0, 2, 3, 1});
    order.setFocus();
    // An arrow alone only chooses.
    QTest::keyClick(&order, Qt::Key_Right);
    shuffled.wait();
    CHECK(std::vector(shuffled.result().order.begin(), shuffled.result().order.begin() + 4) == std::vector{0, 2, 3, 1});
    QTest::keyClick(&order, Qt::Key_Left);
    QTest::keyClick(&order, Qt::Key_Left, Qt::ControlModifier);
    shuffled.wait();
    CHECK(std::vector(shuffled.result().order.begin(), shuffled.result().order.begin() + 4) == std::vector{0, 2, 1, 3});
}

TEST_CASE("Attention is told in the order of the sentence") {
    Shuffled shuffled;
    const ShuffleResult& result = shuffled.result();
    const auto count = result.words.size();
    for (const ShuffledRun::Head& head : result.placeless.all) {
        for (qsizetype row = 0; row < count; ++row) {
            double sum = 0;
            for (qsizetype column = 0; column < count; ++column) {
                sum += static_cast<double>(head.after[static_cast<std::size_t>(row * count + column)]);
            }
            CHECK(sum == Approx(1).margin(1e-4));
        }
    }
}

}  // namespace
}  // namespace attentarium::test
