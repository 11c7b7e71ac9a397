#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// scores[b, h, i, j] = Σ_d query[b, i, h, d] · key[b, j, h, d], for query [batch, query token, heads · d] and key
/// [batch, key token, keyValueHeads · d] (Vaswani et al., 2017, section 3.2.1, before the scale). Fewer key heads (0:
/// as many) are shared by groups of query heads.
template <typename Scalar>
Var attentionScores(Tape<Scalar>& tape, Var query, Var key, std::int64_t heads, std::int64_t keyValueHeads = 0);

}  // namespace attentarium
