#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y = Σ x / counted, as a scalar: the mean of the cells that count, where the others are zero.
template <typename Scalar>
Var mean(Tape<Scalar>& tape, Var x, std::int64_t counted);

}  // namespace attentarium
