#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// How strongly head `head` of `heads` prefers near tokens: 2^(−8 (head + 1) / heads) for a power of two; for other
/// numbers those of the next smaller power, then every other one of the next larger (Press, Smith and Lewis, 2022,
/// section 3).
double alibiSlope(std::int64_t head, std::int64_t heads);

/// y[b, h, i, j] = x[b, h, i, j] − slope_h · |offset + i − j|, for x [batch, head, query token, key token], with query
/// i at the place of key offset + i (Press, Smith and Lewis, 2022, section 3).
template <typename Scalar>
Var alibi(Tape<Scalar>& tape, Var x, std::int64_t offset);

}  // namespace attentarium
