#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

inline constexpr double kLayerNormEpsilon = 1e-5;

/// y = (x − mean) / √(variance + ε) · gain + bias over the last axis (Ba, Kiros and Hinton, 2016, equation 4).
/// The variance is the biased one. `gain` and `bias` have the size of that axis.
template <typename Scalar>
Var layerNorm(Tape<Scalar>& tape, Var x, Var gain, Var bias);

}  // namespace attentarium
