#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y = x · weight + bias, for x [… , in], weight [in, out] and an optional bias [out].
template <typename Scalar>
Var linear(Tape<Scalar>& tape, Var x, Var weight, Var bias = {});

/// y = x · weightᵀ, for x [… , in] and weight [out, in]: the embedding matrix used the other way round
/// (Press and Wolf, 2017).
template <typename Scalar>
Var linearTransposed(Tape<Scalar>& tape, Var x, Var weight);

}  // namespace attentarium
