#pragma once

#include <span>

#include "engine/tape/tape.h"

namespace attentarium {

/// y[b, t] = steps[t][b]: time steps of shape [texts, features] one after the other, [texts, length, features].
template <typename Scalar>
Var stackTimes(Tape<Scalar>& tape, std::span<const Var> steps);

}  // namespace attentarium
