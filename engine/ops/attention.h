#pragma once

#include "engine/ops/key_visibility.h"
#include "engine/tape/tape.h"

namespace attentarium {

struct AttentionSettings {
    std::int64_t heads = 1;
    /// Key and value heads, each shared by heads / keyValueHeads query heads (Ainslie et al., 2023). 0: as many.
    std::int64_t keyValueHeads = 0;
    /// What is hidden. A query that sees nothing gets zeros.
    KeyVisibility visibility = {};
    /// Whether scores fall with the distance of two tokens (Press, Smith and Lewis, 2022); see `alibi`.
    bool alibi = false;
};

/// Scaled dot-product attention of all heads, concatenated, before the output projection (Vaswani et al., 2017,
/// equation 1): softmax(mask(query · keyᵀ / √d)) · value, for query [batch, query token, heads · d], key and value
/// [batch, key token, keyValueHeads · d].
/// A tape for looking gets a named node for each step on the way; a tape for training gets one node.
template <typename Scalar>
Var attention(Tape<Scalar>& tape, Var query, Var key, Var value, const AttentionSettings& settings);

}  // namespace attentarium
