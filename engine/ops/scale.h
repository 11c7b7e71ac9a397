#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y = factor · x.
template <typename Scalar>
Var scale(Tape<Scalar>& tape, Var x, double factor);

}  // namespace attentarium
