#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y = 1 / (1 + e^−x), for each cell.
template <typename Scalar>
Var sigmoid(Tape<Scalar>& tape, Var x);

}  // namespace attentarium
