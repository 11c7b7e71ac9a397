#pragma once

#include "engine/ops/key_visibility.h"
#include "engine/tape/tape.h"

namespace attentarium {

/// y[b, h, i, j] = x[b, h, i, j] where query i of text b sees key j, else −∞: later tokens and padding are hidden
/// (Vaswani et al., 2017, section 3.2.3). For x [batch, head, query token, key token].
template <typename Scalar>
Var attentionMask(Tape<Scalar>& tape, Var x, const KeyVisibility& visibility);

}  // namespace attentarium
