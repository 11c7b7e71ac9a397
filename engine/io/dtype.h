#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace attentarium {

/// The number types of safetensors files.
enum class DType { Bool, U8, I8, U16, I16, F16, BF16, U32, I32, F32, U64, I64, F64 };

/// Bytes of one number.
std::size_t sizeOf(DType dtype);
/// As written in files: "F32".
std::string_view nameOf(DType dtype);
/// Nothing for an unknown name.
std::optional<DType> dtypeNamed(std::string_view name);

/// IEEE half precision; exact.
float floatFromHalf(std::uint16_t bits);
/// The upper half of a float; exact.
float floatFromBfloat(std::uint16_t bits);

}  // namespace attentarium
