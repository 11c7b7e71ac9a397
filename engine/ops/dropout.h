#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// Sets each cell to zero with the tape's dropout rate and divides the others by 1 − rate, so that the mean stays
/// (Srivastava et al., 2014, as PyTorch scales it). Which cells follows from the tape's seed, the node's place on the
/// tape and the cell alone, never from threads. At rate 0 this is x itself.
template <typename Scalar>
Var dropout(Tape<Scalar>& tape, Var x);

}  // namespace attentarium
