#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y[b] = x[b, time]: one time step of every text, for x [texts, length, features]; the result is [texts, features].
template <typename Scalar>
Var selectTime(Tape<Scalar>& tape, Var x, std::int64_t time);

}  // namespace attentarium
