#pragma once

#include <span>

#include "engine/tape/tape.h"

namespace attentarium {

/// y[r, 0] = −log σ(scores[r, 0]) for the word that came and y[r, k] = −log σ(−scores[r, k]) for each word drawn
/// against it, where σ(x) = 1 / (1 + e^(−x)) is the model's belief that a candidate came. For scores [… , candidates]
/// and their ids; 0 where the id is `kNoTarget`.
template <typename Scalar>
Var candidateLosses(Tape<Scalar>& tape, Var scores, std::span<const int> ids);

}  // namespace attentarium
