#pragma once

#include <span>

#include "engine/core/parallel.h"
#include "engine/core/tensor.h"

/// The arithmetic of negative sampling (Mikolov et al., 2013b, equation 4). Of the candidates of a word the first is
/// the one that came and the others are drawn, to be told from it. Training runs these on scratch memory, looking from
/// node to node, and training word vectors on the rows alone: so all give the same numbers.
namespace attentarium::kernels {

/// −log σ(score) for the word that came, −log σ(−score) for a drawn one.
template <typename Scalar>
Scalar candidateLoss(Scalar score, bool came);

/// How that loss grows with the score: σ(score) − 1 for the word that came, σ(score) for a drawn one.
template <typename Scalar>
Scalar candidateSlope(Scalar score, bool came);

/// scores[r, k] = x[r] · matrix[ids[r, k]], 0 where the id is `kNoTarget`.
template <typename Scalar>
void candidateScores(TensorView<const Scalar> x, TensorView<const Scalar> matrix, std::span<const int> ids,
                     Scalar* scores, Parallel& parallel);

/// dx[r] += Σ_k dscores[r, k] · matrix[ids[r, k]] and dmatrix[ids[r, k]] += dscores[r, k] · x[r], each where it is
/// asked for.
template <typename Scalar>
void candidateScoresBackward(TensorView<const Scalar> x, TensorView<const Scalar> matrix, std::span<const int> ids,
                             const Scalar* dscores, TensorView<Scalar> dx, TensorView<Scalar> dmatrix,
                             Parallel& parallel);

}  // namespace attentarium::kernels
