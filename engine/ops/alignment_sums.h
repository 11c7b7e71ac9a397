#pragma once

#include "engine/tape/tape.h"

namespace attentarium {

/// y[b, i, j] = query[b, i] + key[b, j], for query [texts, length, units], or [texts, units] for one time step,
/// and key [texts, source length, units]: what additive attention looks at for each pair (Bahdanau et al., 2015,
/// appendix A.1.2, before the tanh).
template <typename Scalar>
Var alignmentSums(Tape<Scalar>& tape, Var query, Var key);

}  // namespace attentarium
