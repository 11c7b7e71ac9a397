#include "ui/explain/numbers.h"

#include <limits>

#include "tests/support/catch.h"

using namespace attentarium;

TEST_CASE("Numbers have three significant digits and a true minus sign") {
    CHECK(shortNumber(0) == QStringLiteral("0"));
    CHECK(shortNumber(1) == QStringLiteral("1.00"));
    CHECK(shortNumber(-0.04123) == QStringLiteral("−0.0412"));
    CHECK(shortNumber(123.456) == QStringLiteral("123"));
    CHECK(shortNumber(12345) == QStringLiteral("12345"));
    CHECK(shortNumber(1234567) == QStringLiteral("1.23e+06"));
    CHECK(shortNumber(-std::numeric_limits<double>::infinity()) == QStringLiteral("−∞"));
}

TEST_CASE("A number that rounds up to the next power of ten has no digit too many") {
    CHECK(shortNumber(0.0999999) == QStringLiteral("0.100"));
    CHECK(shortNumber(9.999) == QStringLiteral("10.0"));
    CHECK(shortNumber(99999.9) == QStringLiteral("1.00e+05"));
}

TEST_CASE("A full number reads back as the same float") {
    for (const float value : {0.1f, -3.14159274f, 1.17549435e-38f, 16777217.0f}) {
        CHECK(fullNumber(static_cast<double>(value)).toFloat() == value);
    }
}

TEST_CASE("A share is a whole percentage, and never zero where it is not") {
    CHECK(percent(0.606) == QStringLiteral("61 %"));
    CHECK(percent(0.004) == QStringLiteral("< 1 %"));
    CHECK(percent(0) == QStringLiteral("0 %"));
}
