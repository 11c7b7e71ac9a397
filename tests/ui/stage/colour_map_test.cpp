#include "ui/explain/colour_map.h"

#include <limits>

#include "tests/support/application.h"
#include "tests/support/catch.h"
#include "ui/explain/theme.h"

using namespace attentarium;

TEST_CASE("the diverging map is white at zero alone and symmetric") {
    testApplication();
    setTheme(ThemeKind::Light);
    CHECK(diverging(0, 2) == qRgb(255, 255, 255));
    CHECK(diverging(-0.0, 2) == qRgb(255, 255, 255));
    CHECK(diverging(1e-9, 2) != diverging(0, 2));
    CHECK(diverging(2, 2) == diverging(5, 2));
    CHECK(diverging(2, 2) != diverging(-2, 2));
    CHECK(diverging(0, 0) == diverging(0, 1));
    CHECK(diverging(std::numeric_limits<double>::infinity(), 2) == diverging(2, 2));
    CHECK(diverging(std::numeric_limits<double>::quiet_NaN(), 2) == theme().mutedInk.rgb());
    // The further from zero, the further from white, on both sides alike.
    for (double share = 0.1; share < 0.85; share += 0.1) {
        CHECK(qRed(diverging(share, 1)) > qRed(diverging(share + 0.1, 1)));
        CHECK(qBlue(diverging(-share, 1)) > qBlue(diverging(-share - 0.1, 1)));
    }
}

TEST_CASE("the maps follow the theme") {
    testApplication();
    setTheme(ThemeKind::Light);
    CHECK(sequential(0, theme().attention) == qRgb(255, 255, 255));
    CHECK(sequential(1, theme().attention) == theme().attention.rgb());
    setTheme(ThemeKind::Dark);
    CHECK(qGray(diverging(0, 1)) < 64);
    CHECK(qGray(sequential(0, theme().attention)) < 64);
    setTheme(ThemeKind::Light);
    CHECK(diverging(0, 1) == qRgb(255, 255, 255));
    CHECK(inkOn(qRgb(0, 0, 80)) == QColor(Qt::white));
    CHECK(inkOn(qRgb(255, 255, 255)) != QColor(Qt::white));
}
