#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// Writes x [batch, n, width] behind the `read` tokens that `memory` [batch, capacity, width] has of each text, and
/// gives the memory. For one text that is [1, read + n, width]; for several [batch, capacity, width], where what lies
/// behind the new tokens means nothing. On a tape for training the result is the memory itself, which must stay as it
/// is until the tape is cleared; a tape for looking gets a copy. Gradients reach x and stop at the memory.
template <typename Scalar>
Var remember(Tape<Scalar>& tape, Var x, TensorView<Scalar> memory, std::int64_t read);

}  // namespace attentarium
