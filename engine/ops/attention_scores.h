#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// scores[b, h, i, j] = Σ_d query[b, i, h, d] · key[b, j, h, d], for query and key [batch, token, heads · d]
/// (Vaswani et al., 2017, section 3.2.1, before the scale).
template <typename Scalar>
Var attentionScores(Tape<Scalar>& tape, Var query, Var key, std::int64_t heads);

}  // namespace attentarium
