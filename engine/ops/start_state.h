#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// Zeros, from which nothing leads back: what a recurrent network remembers before its first token.
template <typename Scalar>
Var startState(Tape<Scalar>& tape, const Shape& shape);

}  // namespace attentarium
