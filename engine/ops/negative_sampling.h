#pragma once

#include <span>

#include "engine/tape/tape.h"

namespace attentarium {

/// loss[r] = −log σ(x[r] · matrix[came]) − Σ_k log σ(−x[r] · matrix[drawn_k]): the cost of telling the word that came
/// from some drawn ones (Mikolov et al., 2013b, equation 4), in nats, for x [… , width], matrix [vocabulary, width] and
/// `candidates` [rows of x, 1 + drawn], in each row the word that came first. A row whose first candidate is
/// `kNoTarget` has no loss. A tape for looking gets a named node for scores and losses of the candidates; a tape for
/// training gets one node.
template <typename Scalar>
Var negativeSampling(Tape<Scalar>& tape, Var x, Var matrix, std::span<const int> candidates);

}  // namespace attentarium
