#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y = left + right. `right` has the shape of `left`, or that of its last axes and is then added to each repetition.
template <typename Scalar>
Var add(Tape<Scalar>& tape, Var left, Var right);

}  // namespace attentarium
