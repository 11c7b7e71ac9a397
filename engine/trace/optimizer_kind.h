#pragma once

#include <array>

#include "engine/core/enumeration.h"

namespace attentarium {

/// How gradients become updates. Only `AdamW` takes its decay from the weights themselves.
enum class OptimizerKind { Sgd, Momentum, Adam, AdamW };

inline constexpr std::array<std::string_view, 4> kOptimizerNames{"sgd", "momentum", "adam", "adamw"};
template <>
inline constexpr std::span<const std::string_view> kNames<OptimizerKind>{kOptimizerNames};

/// Whether it keeps a mean of gradients for each number it updates.
constexpr bool keepsFirstMoment(OptimizerKind kind) {
    return kind != OptimizerKind::Sgd;
}
/// Whether it keeps a mean of squared gradients too.
constexpr bool keepsSecondMoment(OptimizerKind kind) {
    return kind == OptimizerKind::Adam || kind == OptimizerKind::AdamW;
}

}  // namespace attentarium
