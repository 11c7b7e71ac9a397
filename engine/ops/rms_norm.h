#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

inline constexpr double kRmsNormEpsilon = 1e-5;

/// y = x / √(mean of x² + ε) · gain over the last axis (Zhang and Sennrich, 2019, equation 4, with the ε that LayerNorm
/// has). `gain` has the size of that axis.
template <typename Scalar>
Var rmsNorm(Tape<Scalar>& tape, Var x, Var gain);

}  // namespace attentarium
