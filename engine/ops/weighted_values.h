#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y[b, h, i, d] = Σ_j weights[b, h, i, j] · value[b, j, h, d], for weights [batch, head, token, token] and
/// value [batch, token, heads · d].
template <typename Scalar>
Var weightedValues(Tape<Scalar>& tape, Var weights, Var value);

}  // namespace attentarium
