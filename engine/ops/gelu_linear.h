#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y = gelu(x) · weight + bias, for x [… , in], weight [in, out] and bias [out]. A tape for training keeps no gelu(x),
/// which is made again on the way back: it is the largest value of a transformer's block and the cheapest to make. Only
/// for training; a tape for looking records `gelu` and `linear`, which give the same bits.
template <typename Scalar>
Var geluLinear(Tape<Scalar>& tape, Var x, Var weight, Var bias);

}  // namespace attentarium
