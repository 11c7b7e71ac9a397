#pragma once

#include <span>

#include "engine/tape/tape.h"

namespace attentarium {

/// y[r, k] = x[r] · matrix[ids[r, k]]: how well each row agrees with a few chosen rows of a matrix, for x [… , width],
/// matrix [rows, width] and as many ids for each row of x. `kNoTarget` as id gives 0.
template <typename Scalar>
Var candidateScores(Tape<Scalar>& tape, Var x, Var matrix, std::span<const int> ids);

}  // namespace attentarium
