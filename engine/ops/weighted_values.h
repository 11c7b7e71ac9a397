#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y[b, h, i, d] = Σ_j weights[b, h, i, j] · value[b, j, h, d], for weights [batch, head, query token, key token] and
/// value [batch, key token, keyValueHeads · d]. Fewer value heads (0: as many) are shared by groups of heads.
template <typename Scalar>
Var weightedValues(Tape<Scalar>& tape, Var weights, Var value, std::int64_t keyValueHeads = 0);

}  // namespace attentarium
