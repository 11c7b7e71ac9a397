#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// cos and sin of place · 10000^(−2i / headWidth) for each pair i of features, side by side: [places, headWidth] for
/// places from 0 (Su et al., 2021, equation 15). `headWidth` must be even.
template <typename Scalar>
Tensor<Scalar> rotaryTurns(std::int64_t places, std::int64_t headWidth);

/// Turns each pair of features (2i, 2i + 1) of each head by the angle of its token's place (Su et al., 2021, equation
/// 34), for x [batch, token, heads · d]. `turns` [token, d] are the rows of `rotaryTurns` at the tokens' places; they
/// are borrowed as a constant of the tape is.
template <typename Scalar>
Var rotary(Tape<Scalar>& tape, Var x, TensorView<const Scalar> turns);

}  // namespace attentarium
