#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y[b, i, h · width + d] = x[b, h, i, d]: the heads side by side, for x [batch, head, token, width].
template <typename Scalar>
Var concatenateHeads(Tape<Scalar>& tape, Var x);

}  // namespace attentarium
