#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y[b, t, j · width + c] = x[b, t − window + 1 + j, c]: the last `window` rows up to t side by side, the oldest first
/// (Bengio et al., 2003, section 2). For x [texts, length, width] the result is [texts, length, window · width]. Before
/// the beginning of a text there are zeros.
template <typename Scalar>
Var recentWords(Tape<Scalar>& tape, Var x, std::int64_t window);

}  // namespace attentarium
