#include "engine/ops/negative_sampling.h"

#include <algorithm>

#include "engine/core/error.h"
#include "engine/core/vector_math.h"
#include "engine/ops/candidate_kernels.h"
#include "engine/ops/candidate_losses.h"
#include "engine/ops/candidate_scores.h"
#include "engine/ops/cross_entropy.h"
#include "engine/ops/row_sums.h"

namespace attentarium {
namespace {

constexpr std::size_t kX = 0, kMatrix = 1;

// y[r] = Σ_k log(1 + e^(∓x[r] · matrix[ids[r, k]])), on the kernels that the single ops use.
template <typename Scalar>
class NegativeSampling final : public Op<Scalar> {
  public:
    /// `scores` [rows, candidates] lives as long as the op: the backward pass needs it.
    NegativeSampling(std::span<const int> ids, std::span<Scalar> scores, std::int64_t candidates)
        : m_ids(ids), m_scores(scores), m_candidates(candidates) {}

    std::string_view name() const override { return "negative_sampling"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        kernels::candidateScores(pass.inputs[kX], pass.inputs[kMatrix], m_ids, m_scores.data(), pass.parallel);
        const auto losses = pass.scratch.template allocate<Scalar>(static_cast<std::size_t>(m_candidates));
        for (std::int64_t r = 0; r < pass.output.count(); ++r) {
            for (std::size_t k = 0; k < losses.size(); ++k) {
                const std::size_t at = static_cast<std::size_t>(r * m_candidates) + k;
                losses[k] = m_ids[at] == kNoTarget ? 0 : kernels::candidateLoss(m_scores[at], k == 0);
            }
            pass.output.data[r] = sumOf(losses.data(), m_candidates);
        }
    }

    // Forward was Σ_k −log σ(±score), so now dscore = dy · (σ(score) − [it came]), and from there to x and the matrix.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto dscores = pass.scratch.template allocate<Scalar>(m_scores.size());
        for (std::size_t at = 0; at < m_scores.size(); ++at) {
            const auto candidates = static_cast<std::size_t>(m_candidates);
            dscores[at] = m_ids[at] == kNoTarget ? 0
                                                 : pass.outputGradient.data[at / candidates] *
                                                       kernels::candidateSlope(m_scores[at], at % candidates == 0);
        }
        kernels::candidateScoresBackward(pass.inputs[kX], pass.inputs[kMatrix], m_ids, dscores.data(),
                                         pass.inputGradients[kX], pass.inputGradients[kMatrix], pass.parallel);
    }

    Explanation explainValue(const RecordedOp<Scalar>&, std::int64_t) const override {
        throw LogicError("[negative_sampling] a tape for looking records its steps one by one");
    }
    Explanation explainGradient(const RecordedOp<Scalar>&, std::size_t, std::int64_t) const override {
        throw LogicError("[negative_sampling] a tape for looking records its steps one by one");
    }

  private:
    std::span<const int> m_ids;
    std::span<Scalar> m_scores;
    std::int64_t m_candidates;
};

/// Where no word came, nothing is told from it.
template <typename Scalar>
std::span<const int> withoutEmptyRows(Tape<Scalar>& tape, std::span<const int> candidates, std::size_t perRow) {
    const std::span<int> ids = tape.arena().template copy<int>(candidates);
    for (std::size_t first = 0; first < ids.size(); first += perRow) {
        if (ids[first] == kNoTarget) std::ranges::fill(ids.subspan(first, perRow), kNoTarget);
    }
    return ids;
}

}  // namespace

template <typename Scalar>
Var negativeSampling(Tape<Scalar>& tape, Var x, Var matrix, std::span<const int> candidates) {
    const Shape& shape = tape.shape(x);
    const Shape& table = tape.shape(matrix);
    const auto count = static_cast<std::int64_t>(candidates.size());
    expects(table.rank() == 2 && shape.rank() >= 2 && shape.rank() <= 3 && shape.columns() == table[1],
            "[negative_sampling] the matrix must have rows as wide as x");
    expects(count > 0 && count % shape.rows() == 0, "[negative_sampling] needs as many candidates for each row");
    for (const int id : candidates) {
        expects(id == kNoTarget || (id >= 0 && id < table[0]),
                "[negative_sampling] a candidate is outside the vocabulary");
    }
    const std::int64_t perRow = count / shape.rows();
    const std::span<const int> ids = withoutEmptyRows(tape, candidates, static_cast<std::size_t>(perRow));
    if (tape.purpose() == Purpose::Looking) {
        const Var scores = tape.named(candidateScores(tape, x, matrix, ids), Site::CandidateScores);
        return rowSums(tape, tape.named(candidateLosses(tape, scores, ids), Site::CandidateLosses));
    }
    const Shape losses = shape.rank() == 2 ? Shape{shape[0]} : Shape{shape[0], shape[1]};
    return tape.template record<NegativeSampling<Scalar>>({x, matrix}, losses, ids,
                                                          tape.arena().template allocate<Scalar>(ids.size()), perRow);
}

template Var negativeSampling(Tape<float>&, Var, Var, std::span<const int>);
template Var negativeSampling(Tape<double>&, Var, Var, std::span<const int>);

}  // namespace attentarium
