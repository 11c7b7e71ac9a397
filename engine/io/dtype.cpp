#include "engine/io/dtype.h"

#include <array>
#include <bit>
#include <cmath>

namespace attentarium {
namespace {

struct Row {
    std::string_view name;
    std::size_t size;
};

// In the order of the enumerators.
constexpr std::array<Row, 13> kRows{{{"BOOL", 1},
                                     {"U8", 1},
                                     {"I8", 1},
                                     {"U16", 2},
                                     {"I16", 2},
                                     {"F16", 2},
                                     {"BF16", 2},
                                     {"U32", 4},
                                     {"I32", 4},
                                     {"F32", 4},
                                     {"U64", 8},
                                     {"I64", 8},
                                     {"F64", 8}}};
static_assert(kRows.size() == static_cast<std::size_t>(DType::F64) + 1);

}  // namespace

std::size_t sizeOf(DType dtype) {
    return kRows[static_cast<std::size_t>(dtype)].size;
}

std::string_view nameOf(DType dtype) {
    return kRows[static_cast<std::size_t>(dtype)].name;
}

std::optional<DType> dtypeNamed(std::string_view name) {
    for (std::size_t i = 0; i < kRows.size(); ++i) {
        if (kRows[i].name == name) return static_cast<DType>(i);
    }
    return std::nullopt;
}

float floatFromHalf(std::uint16_t bits) {
    const std::uint32_t sign = static_cast<std::uint32_t>(bits & 0x8000U) << 16;
    const std::uint32_t exponent = (bits >> 10) & 0x1fU;
    const std::uint32_t fraction = bits & 0x3ffU;
    if (exponent == 0) {
        const float size = std::ldexp(static_cast<float>(fraction), -24);
        return sign != 0 ? -size : size;
    }
    // The exponent's bias is 15 in a half and 127 in a float; all ones mean infinity or not a number in both.
    const std::uint32_t wide = exponent == 0x1fU ? 0xffU : exponent + 112;
    return std::bit_cast<float>(sign | wide << 23 | fraction << 13);
}

float floatFromBfloat(std::uint16_t bits) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16);
}

}  // namespace attentarium
