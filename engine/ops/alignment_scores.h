#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// scores[b, 0, i, j] = Σ_u x[b, i, j, u] · weight[u], for x [texts, length, source length, units]: one number for each
/// pair, as of a single attention head (Bahdanau et al., 2015, appendix A.1.2).
template <typename Scalar>
Var alignmentScores(Tape<Scalar>& tape, Var x, Var weight);

}  // namespace attentarium
