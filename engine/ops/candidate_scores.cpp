#include "engine/ops/candidate_scores.h"

#include "engine/core/error.h"
#include "engine/ops/candidate_kernels.h"
#include "engine/ops/cross_entropy.h"

namespace attentarium {
namespace {

constexpr std::size_t kX = 0, kMatrix = 1;

// y[r, k] = Σ_c x[r, c] · matrix[ids[r, k], c]
template <typename Scalar>
class CandidateScores final : public Op<Scalar> {
  public:
    explicit CandidateScores(std::span<const int> ids) : m_ids(ids) {}

    std::string_view name() const override { return "candidate_scores"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        kernels::candidateScores(pass.inputs[kX], pass.inputs[kMatrix], m_ids, pass.output.data, pass.parallel);
    }

    // Forward was x[r] · matrix[id], so now dx[r] = Σ_k dy[r, k] · matrix[id] and dmatrix[id] = Σ dy[r, k] · x[r].
    void backward(const BackwardPass<Scalar>& pass) const override {
        kernels::candidateScoresBackward(pass.inputs[kX], pass.inputs[kMatrix], m_ids, pass.outputGradient.data,
                                         pass.inputGradients[kX], pass.inputGradients[kMatrix], pass.parallel);
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const int id = m_ids[static_cast<std::size_t>(index)];
        if (id == kNoTarget) return {recorded.node, Rule::Given};
        const std::int64_t width = recorded.inputs[kX].columns(), r = index / recorded.output.columns();
        Explanation why{recorded.node, Rule::SumOfProducts};
        for (std::int64_t c = 0; c < width; ++c) {
            why.terms.push_back({1, recorded.input(kX, r * width + c), recorded.input(kMatrix, id * width + c)});
        }
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t slot,
                                std::int64_t index) const override {
        const std::int64_t width = recorded.inputs[kX].columns(), candidates = recorded.output.columns();
        const std::int64_t row = index / width, c = index % width;
        Explanation why{recorded.node, Rule::SumOfProducts};
        for (std::int64_t at = 0; at < recorded.output.count(); ++at) {
            const int id = m_ids[static_cast<std::size_t>(at)];
            if (id == kNoTarget) continue;
            if (slot == kX && at / candidates == row) {
                why.terms.push_back({1, recorded.gradient(at), recorded.input(kMatrix, id * width + c)});
            } else if (slot == kMatrix && id == row) {
                why.terms.push_back({1, recorded.gradient(at), recorded.input(kX, at / candidates * width + c)});
            }
        }
        computeTotal(why);
        return why;
    }

  private:
    std::span<const int> m_ids;
};

}  // namespace

template <typename Scalar>
Var candidateScores(Tape<Scalar>& tape, Var x, Var matrix, std::span<const int> ids) {
    const Shape& shape = tape.shape(x);
    const Shape& table = tape.shape(matrix);
    const auto count = static_cast<std::int64_t>(ids.size());
    expects(table.rank() == 2 && shape.rank() >= 1 && shape.columns() == table[1],
            "[candidate_scores] the matrix must have rows as wide as x");
    expects(count > 0 && count % shape.rows() == 0, "[candidate_scores] needs as many ids for each row");
    for (const int id : ids) {
        expects(id == kNoTarget || (id >= 0 && id < table[0]), "[candidate_scores] an id has no row in the matrix");
    }
    return tape.template record<CandidateScores<Scalar>>({x, matrix}, shape.withLast(count / shape.rows()),
                                                         tape.arena().template copy<int>(ids));
}

template Var candidateScores(Tape<float>&, Var, Var, std::span<const int>);
template Var candidateScores(Tape<double>&, Var, Var, std::span<const int>);

}  // namespace attentarium
