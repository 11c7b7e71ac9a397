#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y = max(x, 0) (Nair and Hinton, 2010). The gradient at 0 is 0.
template <typename Scalar>
Var relu(Tape<Scalar>& tape, Var x);

}  // namespace attentarium
