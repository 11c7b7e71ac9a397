#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// Two tensors side by side along the last axis, left first; their other axes agree.
template <typename Scalar>
Var joinFeatures(Tape<Scalar>& tape, Var left, Var right);

}  // namespace attentarium
