#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y[…] = Σ_k x[… , k]: the sum over the last axis, which is then gone. `x` needs rank 1 or more.
template <typename Scalar>
Var rowSums(Tape<Scalar>& tape, Var x);

}  // namespace attentarium
