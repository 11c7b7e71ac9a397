#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y = left ⊙ right: cell times cell, for two tensors of the same shape.
template <typename Scalar>
Var multiply(Tape<Scalar>& tape, Var left, Var right);

}  // namespace attentarium
