#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y_j = e^(x_j) / Σ_k e^(x_k) over the last axis. A row that is −∞ throughout gives zeros.
template <typename Scalar>
Var softmax(Tape<Scalar>& tape, Var x);

}  // namespace attentarium
