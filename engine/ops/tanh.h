#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y = tanh x, for each cell.
template <typename Scalar>
Var tanh(Tape<Scalar>& tape, Var x);

}  // namespace attentarium
