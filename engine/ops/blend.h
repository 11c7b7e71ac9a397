#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y = (1 − share) ⊙ fresh + share ⊙ old: the update gate of a GRU at work, for tensors of one shape.
template <typename Scalar>
Var blend(Tape<Scalar>& tape, Var share, Var fresh, Var old);

}  // namespace attentarium
