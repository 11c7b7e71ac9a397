#include "engine/core/shape.h"

#include "engine/core/error.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

TEST_CASE("A shape knows its axes, from both ends") {
    const Shape shape{2, 3, 5, 7};
    CHECK(shape.rank() == 4);
    CHECK(shape[0] == 2);
    CHECK(shape[3] == 7);
    CHECK(shape[-1] == 7);
    CHECK(shape[-4] == 2);
    CHECK(shape.count() == 210);
    CHECK(shape.rows() == 30);
    CHECK(shape.columns() == 7);
    CHECK(shape.text() == "2 × 3 × 5 × 7");
}

TEST_CASE("A scalar is one row of one column") {
    const Shape scalar;
    CHECK(scalar.rank() == 0);
    CHECK(scalar.count() == 1);
    CHECK(scalar.rows() == 1);
    CHECK(scalar.columns() == 1);
    CHECK(scalar.text() == "scalar");
    CHECK(scalar == Shape{});
}

TEST_CASE("A vector is one row") {
    const Shape vector{9};
    CHECK(vector.rows() == 1);
    CHECK(vector.columns() == 9);
    CHECK(vector.text() == "9");
}

TEST_CASE("Shapes are equal when all their axes are") {
    CHECK(Shape{2, 3} == Shape{2, 3});
    CHECK_FALSE(Shape{2, 3} == Shape{3, 2});
    CHECK_FALSE(Shape{2, 3} == Shape{2, 3, 1});
    CHECK_FALSE(Shape{1} == Shape{});
}

TEST_CASE("An axis can be appended until there are four") {
    CHECK(Shape{}.appended(4) == Shape{4});
    CHECK(Shape{2, 3}.appended(4) == Shape{2, 3, 4});
    CHECK_THROWS_AS((Shape{1, 2, 3, 4}.appended(5)), LogicError);
    CHECK_THROWS_AS(Shape{1}.appended(0), LogicError);
}

TEST_CASE("A shape refuses a fifth axis and a size below one") {
    CHECK_THROWS_AS((Shape{1, 2, 3, 4, 5}), LogicError);
    CHECK_THROWS_AS((Shape{3, 0}), LogicError);
    CHECK_THROWS_AS(Shape{-1}, LogicError);
}

}  // namespace
}  // namespace attentarium
