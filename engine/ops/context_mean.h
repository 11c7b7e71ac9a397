#pragma once

#include <span>

#include "engine/tape/tape.h"

namespace attentarium {

/// y[b, t] = mean of x[b, j] over the neighbours j of t: at most `window` places away, not t itself, and within the
/// text (Mikolov et al., 2013a, section 3.1). For x [texts, length, width]; `lengths` of the texts, empty when all are
/// whole. A word without neighbours gets zeros.
template <typename Scalar>
Var contextMean(Tape<Scalar>& tape, Var x, std::int64_t window, std::span<const std::int64_t> lengths = {});

}  // namespace attentarium
