#include "engine/ops/candidate_kernels.h"

#include <cmath>

#include "engine/core/vector_math.h"
#include "engine/ops/cross_entropy.h"

namespace attentarium::kernels {
namespace {

template <typename Scalar>
void addScaledRow(const Scalar* x, Scalar factor, std::int64_t count, Scalar* y) {
    for (std::int64_t i = 0; i < count; ++i) y[i] += factor * x[i];
}

}  // namespace

template <typename Scalar>
Scalar candidateLoss(Scalar score, bool came) {
    // log(1 + e^x), with no e^x too large to hold.
    const Scalar x = came ? -score : score;
    return (x > 0 ? x : Scalar{0}) + std::log1p(exponential(-std::abs(x)));
}

template <typename Scalar>
Scalar candidateSlope(Scalar score, bool came) {
    const Scalar power = exponential(-std::abs(score));
    // σ and 1 − σ, each by itself so that a small one keeps its digits.
    const Scalar larger = 1 / (1 + power), smaller = power / (1 + power);
    const Scalar share = score > 0 ? larger : smaller, rest = score > 0 ? smaller : larger;
    return came ? -rest : share;
}

template <typename Scalar>
void candidateScores(TensorView<const Scalar> x, TensorView<const Scalar> matrix, std::span<const int> ids,
                     Scalar* scores, Parallel& parallel) {
    const std::int64_t candidates = static_cast<std::int64_t>(ids.size()) / x.rows();
    forEachRows(parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t at = first * candidates; at < last * candidates; ++at) {
            const int id = ids[static_cast<std::size_t>(at)];
            scores[at] = id == kNoTarget ? 0 : dotProduct(x.row(at / candidates), matrix.row(id), x.columns());
        }
    });
}

template <typename Scalar>
void candidateScoresBackward(TensorView<const Scalar> x, TensorView<const Scalar> matrix, std::span<const int> ids,
                             const Scalar* dscores, TensorView<Scalar> dx, TensorView<Scalar> dmatrix,
                             Parallel& parallel) {
    const std::int64_t candidates = static_cast<std::int64_t>(ids.size()) / x.rows(), width = x.columns();
    if (dx) {
        forEachRows(parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t at = first * candidates; at < last * candidates; ++at) {
                const int id = ids[static_cast<std::size_t>(at)];
                if (id != kNoTarget) addScaledRow(matrix.row(id), dscores[at], width, dx.row(at / candidates));
            }
        });
    }
    if (!dmatrix) return;
    // Several rows may add to the same one, so these go one after the other.
    for (std::int64_t at = 0; at < static_cast<std::int64_t>(ids.size()); ++at) {
        const int id = ids[static_cast<std::size_t>(at)];
        if (id != kNoTarget) addScaledRow(x.row(at / candidates), dscores[at], width, dmatrix.row(id));
    }
}

#define ATTENTARIUM_INSTANTIATE(Scalar)                                                                              \
    template Scalar candidateLoss(Scalar, bool);                                                                     \
    template Scalar candidateSlope(Scalar, bool);                                                                    \
    template void candidateScores(TensorView<const Scalar>, TensorView<const Scalar>, std::span<const int>, Scalar*, \
                                  Parallel&);                                                                        \
    template void candidateScoresBackward(TensorView<const Scalar>, TensorView<const Scalar>, std::span<const int>,  \
                                          const Scalar*, TensorView<Scalar>, TensorView<Scalar>, Parallel&);
ATTENTARIUM_INSTANTIATE(float)
ATTENTARIUM_INSTANTIATE(double)
#undef ATTENTARIUM_INSTANTIATE

}  // namespace attentarium::kernels
