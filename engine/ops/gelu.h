#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y = x · Φ(x), with Φ the share of a standard normal below x: the exact GELU (Hendrycks and Gimpel, 2016).
template <typename Scalar>
Var gelu(Tape<Scalar>& tape, Var x);

}  // namespace attentarium
