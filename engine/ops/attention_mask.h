#pragma once

#include "engine/ops/key_visibility.h"
#include "engine/tape/tape.h"

namespace attentarium {

/// y[b, h, i, j] = x[b, h, i, j] where query i of text b sees key j, else −∞: later tokens and padding are hidden
/// (Vaswani et al., 2017, section 3.2.3). For x [batch, head, query token, key token]. Of each pair in `pairs` it is
/// they who say whether the query sees the key, in every head.
template <typename Scalar>
Var attentionMask(Tape<Scalar>& tape, Var x, const KeyVisibility& visibility,
                  std::span<const PairVisibility> pairs = {});

}  // namespace attentarium
