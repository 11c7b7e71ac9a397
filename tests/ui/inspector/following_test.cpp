#include "tests/ui/inspector/shown_inspector.h"

using namespace attentarium;

TEST_CASE("a number of the last word says why the loss does not move with it") {
    Shown shown;
    // Head 2, from "she", after which nothing is told, and from "and".
    shown.select("blocks.1.attention.weights", 64 + 7 * 8 + 1);
    CHECK(shown.label("change")->text().contains(QStringLiteral("no part in the loss")));
    shown.select("blocks.1.attention.weights", 64 + 6 * 8 + 1);
    CHECK_FALSE(shown.label("change")->text().contains(QStringLiteral("no part in the loss")));
}

TEST_CASE("what is chosen is let go with a button, and the panel follows the walk again") {
    Shown shown;
    CHECK_FALSE(shown.button("release")->isVisible());
    shown.select("blocks.1.attention.weights", 64 + 6 * 8 + 1);
    shown.session->goToFirst();
    REQUIRE(shown.button("release")->isVisible());
    QTest::mouseClick(shown.button("release"), Qt::LeftButton);
    CHECK_FALSE(shown.session->selection().cell);
    CHECK_FALSE(shown.button("release")->isVisible());
    CHECK(shown.label("heading")->text() == QStringLiteral("This step"));
}
