#pragma once

#include <array>

#include "engine/core/enumeration.h"

namespace attentarium {

/// How a transformer learns where its tokens stand.
enum class Positions { Learned, Sinusoidal, Rotary, Alibi, None };
/// Where a transformer's block normalises: before each part (Radford et al., 2019) or after each sum (Vaswani et al.,
/// 2017).
enum class NormPlace { Before, After };
enum class Norm { LayerNorm, RmsNorm };
enum class Activation { Gelu, Relu, SwiGlu };

inline constexpr std::array<std::string_view, 5> kPositionsNames{"learned", "sinusoidal", "rotary", "alibi", "none"};
inline constexpr std::array<std::string_view, 2> kNormPlaceNames{"before", "after"};
inline constexpr std::array<std::string_view, 2> kNormNames{"layer-norm", "rms-norm"};
inline constexpr std::array<std::string_view, 3> kActivationNames{"gelu", "relu", "swiglu"};
template <>
inline constexpr std::span<const std::string_view> kNames<Positions>{kPositionsNames};
template <>
inline constexpr std::span<const std::string_view> kNames<NormPlace>{kNormPlaceNames};
template <>
inline constexpr std::span<const std::string_view> kNames<Norm>{kNormNames};
template <>
inline constexpr std::span<const std::string_view> kNames<Activation>{kActivationNames};

}  // namespace attentarium
