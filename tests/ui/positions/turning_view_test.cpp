// Rotary and ALiBi in the real window.

#include <QSlider>
#include <QSpinBox>
#include <cmath>

#include "tests/ui/positions/positions_fixture.h"

namespace attentarium::test {
namespace {

struct Turning : PositionsPage<TurningView> {
    Turning() : PositionsPage(QStringLiteral("turning")) { wait(); }
    void wait() {
        REQUIRE(waitUntil([this] { return !view().isBusy() && view().study().look(); }));
        settle();
    }
};

TEST_CASE("Moved on together, a query and a key turn, and their score stays that of the run") {
    Turning turning;
    CHECK(turning.view().sentence().contains(QStringLiteral("bundled rotary model")));
    const RotaryFigure before = *turning.view().rotary();
    CHECK(std::abs(before.score - before.scoreOfRun) < 1e-5 * std::max(1.0, std::abs(before.scoreOfRun)));
    turning.part("shift").setFocus();
    for (int i = 0; i < 7; ++i) turning.press(Qt::Key_Right);
    settle();
    REQUIRE(turning.view().choice().shift == 7);
    const RotaryFigure& after = *turning.view().rotary();
    CHECK(after.queryAngle == Approx(before.queryAngle + 7 * before.turn));
    CHECK(std::abs(after.turnedQuery.x - before.turnedQuery.x) + std::abs(after.turnedQuery.y - before.turnedQuery.y) >
          1e-4);
    CHECK(std::abs(after.score - before.score) < 1e-5);
    CHECK(after.largestChange < 1e-5);
    // The key alone makes a difference.
    CHECK(std::abs(after.apart[7] - after.apart[0]) > 1e-3);
}

TEST_CASE("Query, key, head and pair are chosen, and the selection is one with the other workspaces") {
    Turning turning;
    turning.pick("query", 5);
    CHECK(turning.session->selection().token == 5);
    turning.pick("key", 1);
    turning.pick("head", 3);
    CHECK(turning.session->selection().head == 3);
    turning.part<QSpinBox>("pair").setFocus();
    turning.press(Qt::Key_Up);
    CHECK(turning.view().choice().query == 5);
    CHECK(turning.view().choice().key == 1);
    CHECK(turning.view().choice().pair == 1);
    const RotaryFigure& figure = *turning.view().rotary();
    CHECK(std::abs(figure.together.front() - figure.scoreOfRun) < 1e-5 * std::max(1.0, std::abs(figure.scoreOfRun)));
    CHECK(turning.view().rotary()->turn == Approx(std::pow(10000.0, -2.0 / 6)));
}

TEST_CASE("ALiBi takes from each score the slope of its head times the distance, as the run did") {
    Turning turning;
    turning.clickTab("forms", 1);
    turning.wait();
    for (int head = 0; head < 4; ++head) {
        turning.session->selectHead(head);
        settle();
        const AlibiFigure& figure = *turning.view().alibi();
        CHECK(figure.slopes[static_cast<std::size_t>(head)] == std::exp2(-8.0 * (head + 1) / 4));
        CHECK(figure.largestDifference < 1e-5);
        const PlottedMatrix& bias = turning.part<MatrixPlot>("bias").matrix();
        CHECK(bias.at(4, 1) == Approx(-3 * std::exp2(-8.0 * (head + 1) / 4)));
        CHECK(bias.isHidden(1, 4));
        CHECK_FALSE(bias.isHidden(4, 1));
    }
    CHECK(turning.view().sentence().contains(QStringLiteral("2^(−8 · 4/4) = 0.00391")));
}

TEST_CASE("A model of the kind that is open is itself shown") {
    Turning turning;
    turning.openBundled(QStringLiteral("positions-rotary-en"));
    turning.wait();
    CHECK(turning.view().study().look()->choice == PositionChoice::Own);
    CHECK_FALSE(turning.view().sentence().contains(QStringLiteral("bundled")));
    const RotaryFigure& figure = *turning.view().rotary();
    CHECK(std::abs(figure.together.front() - figure.scoreOfRun) < 1e-5 * std::max(1.0, std::abs(figure.scoreOfRun)));
}

}  // namespace
}  // namespace attentarium::test
