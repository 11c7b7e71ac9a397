#include "ui/views/stage/cell_window.h"

#include "tests/support/catch.h"
#include "ui/explain/numbers.h"
#include "ui/views/stage/matrix_content.h"

using namespace attentarium;

TEST_CASE("a window on one head's columns finds its cells and no others") {
    const CellWindow window{.rows = 3, .columns = 4, .first = 8, .rowStride = 16};
    CHECK(window.indexAt(0, 0) == 8);
    CHECK(window.indexAt(2, 3) == 43);
    CHECK(window.find(43) == CellPlace{2, 3});
    CHECK_FALSE(window.find(7));
    CHECK_FALSE(window.find(12));
    CHECK_FALSE(window.find(8 + 3 * 16));
}

TEST_CASE("a window on chosen columns keeps their order") {
    const CellWindow window{.rows = 2, .columns = 3, .rowStride = 10, .chosen = {7, 0, 4}};
    CHECK(window.indexAt(1, 0) == 17);
    CHECK(window.find(14) == CellPlace{1, 2});
    CHECK_FALSE(window.find(15));
}

TEST_CASE("numbers in cells have two digits and a common power of ten") {
    CHECK(cellNumber(0.583, 0) == QStringLiteral(".58"));
    CHECK(cellNumber(-1.24, 0) == QStringLiteral("−1.2"));
    CHECK(cellNumber(0.998, 0) == QStringLiteral("1"));
    CHECK(cellNumber(0.001, 0) == QStringLiteral("0"));
    CHECK(cellNumber(12.6, 0) == QStringLiteral("13"));
    CHECK(cellNumber(0.0031, -3) == QStringLiteral("3.1"));
    CHECK(cellExponent(0.5) == 0);
    CHECK(cellExponent(0.0047) == -3);
}
