#include "engine/io/dtype.h"

#include <bit>
#include <cmath>
#include <limits>

#include "tests/support/catch.h"

using namespace attentarium;

TEST_CASE("Every number type has its name and size") {
    const std::pair<const char*, std::size_t> expected[]{{"BOOL", 1}, {"U8", 1},   {"I8", 1},  {"U16", 2}, {"I16", 2},
                                                         {"F16", 2},  {"BF16", 2}, {"U32", 4}, {"I32", 4}, {"F32", 4},
                                                         {"U64", 8},  {"I64", 8},  {"F64", 8}};
    for (const auto& [name, size] : expected) {
        INFO(name);
        REQUIRE(dtypeNamed(name).has_value());
        CHECK(sizeOf(*dtypeNamed(name)) == size);
        CHECK(nameOf(*dtypeNamed(name)) == name);
    }
    for (const char* unknown : {"", "f32", "F32 ", "F8_E4M3", "F128"}) CHECK(!dtypeNamed(unknown).has_value());
}

TEST_CASE("Halves become the floats of the same value") {
    CHECK(floatFromHalf(0x3c00) == 1.0F);
    CHECK(floatFromHalf(0xc000) == -2.0F);
    CHECK(floatFromHalf(0x3555) == 0x1.554p-2F);
    CHECK(floatFromHalf(0x7bff) == 65504.0F);
    CHECK(floatFromHalf(0x0400) == 0x1p-14F);
    CHECK(floatFromHalf(0x03ff) == 0x3ffp-24F);
    CHECK(floatFromHalf(0x0001) == 0x1p-24F);
    CHECK(floatFromHalf(0x8001) == -0x1p-24F);
    CHECK(std::bit_cast<std::uint32_t>(floatFromHalf(0x8000)) == 0x80000000U);
    CHECK(floatFromHalf(0x7c00) == std::numeric_limits<float>::infinity());
    CHECK(floatFromHalf(0xfc00) == -std::numeric_limits<float>::infinity());
    CHECK(std::isnan(floatFromHalf(0x7e00)));
}

TEST_CASE("Bfloats become the floats of the same value") {
    CHECK(floatFromBfloat(0x3f80) == 1.0F);
    CHECK(floatFromBfloat(0xc049) == -3.140625F);
    CHECK(floatFromBfloat(0x0001) == 0x1p-133F);
    CHECK(std::isnan(floatFromBfloat(0x7fc0)));
}
