#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// Causal scaled dot-product attention of all heads, concatenated, before the output projection (Vaswani et al.,
/// 2017, equation 1): softmax(mask(query · keyᵀ / √d)) · value, for query, key and value [batch, token, heads · d].
/// A tape for looking gets a named node for each step on the way; a tape for training gets one node.
template <typename Scalar>
Var causalAttention(Tape<Scalar>& tape, Var query, Var key, Var value, std::int64_t heads);

}  // namespace attentarium
