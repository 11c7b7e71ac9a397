#pragma once

#include <span>

#include "engine/tape/tape.h"

namespace attentarium {

/// y[b] = x[b, places[b]]: one token of each text, for x [batch, token, width]; the result is [batch, width].
template <typename Scalar>
Var selectTokens(Tape<Scalar>& tape, Var x, std::span<const int> places);

}  // namespace attentarium
