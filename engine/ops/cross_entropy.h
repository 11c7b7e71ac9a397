#pragma once

#include <span>

#include "engine/tape/tape.h"

namespace attentarium {

/// A target that does not count: its loss is zero and no gradient comes from it.
inline constexpr int kNoTarget = -1;

/// loss[r] = log Σ_k e^(logits[r, k]) − logits[r, target_r] = −log softmax(logits[r])[target_r], in nats, for logits
/// [… , vocabulary] and one target for each row. Throws `LogicError` for a target outside the vocabulary.
///
/// With label smoothing ε (Szegedy et al., 2016, section 7) the share ε of the target is spread over the vocabulary:
/// loss[r] = (1 − ε) · (−log p[r, target_r]) + ε · mean_k(−log p[r, k]).
template <typename Scalar>
Var crossEntropy(Tape<Scalar>& tape, Var logits, std::span<const int> targets, double smoothing = 0);

}  // namespace attentarium
