#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y = x · σ(x), with σ(x) = 1 / (1 + e^(−x)) (Hendrycks and Gimpel, 2016): the activation of SwiGLU.
template <typename Scalar>
Var silu(Tape<Scalar>& tape, Var x);

}  // namespace attentarium
