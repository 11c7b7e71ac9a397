#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y[…, i, j] = x[…, i, j] where j ≤ i, else −∞: no token sees a later one. The last two axes are equal.
template <typename Scalar>
Var causalMask(Tape<Scalar>& tape, Var x);

}  // namespace attentarium
