#include "engine/ops/candidate_losses.h"

#include "engine/core/error.h"
#include "engine/ops/candidate_kernels.h"
#include "engine/ops/cross_entropy.h"

namespace attentarium {
namespace {

// y[r, k] = log(1 + e^(∓x[r, k])), with − for the word that came and + for those drawn
template <typename Scalar>
class CandidateLosses final : public Op<Scalar> {
  public:
    CandidateLosses(std::span<const int> ids, std::int64_t candidates) : m_ids(ids), m_candidates(candidates) {}

    std::string_view name() const override { return "candidate_losses"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        for (std::int64_t at = 0; at < pass.output.count(); ++at) {
            pass.output.data[at] = counts(at) ? kernels::candidateLoss(pass.inputs[0].data[at], came(at)) : 0;
        }
    }

    // Forward was −log σ(±x), so now dx = dy · (σ(x) − 1) for the word that came and dy · σ(x) for those drawn.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        for (std::int64_t at = 0; at < dx.count(); ++at) {
            if (!counts(at)) continue;
            dx.data[at] += pass.outputGradient.data[at] * kernels::candidateSlope(pass.inputs[0].data[at], came(at));
        }
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        if (!counts(index)) return {recorded.node, Rule::Given};
        Explanation why{recorded.node, Rule::Pointwise};
        why.terms.push_back({1, recorded.input(0, index), {}});
        why.total = kernels::candidateLoss(why.terms[0].left->value, came(index));
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        const auto score = static_cast<double>(recorded.inputs[0].data[index]);
        Explanation why{recorded.node, Rule::SumOfProducts};
        const double slope = counts(index) ? kernels::candidateSlope(score, came(index)) : 0;
        why.terms.push_back({slope, recorded.gradient(index), {}});
        computeTotal(why);
        return why;
    }

  private:
    bool came(std::int64_t at) const { return at % m_candidates == 0; }
    bool counts(std::int64_t at) const { return m_ids[static_cast<std::size_t>(at)] != kNoTarget; }

    std::span<const int> m_ids;
    std::int64_t m_candidates;
};

}  // namespace

template <typename Scalar>
Var candidateLosses(Tape<Scalar>& tape, Var scores, std::span<const int> ids) {
    const Shape& shape = tape.shape(scores);
    expects(shape.rank() >= 1 && shape.count() == static_cast<std::int64_t>(ids.size()),
            "[candidate_losses] needs an id for each score");
    return tape.template record<CandidateLosses<Scalar>>({scores}, shape, tape.arena().template copy<int>(ids),
                                                         shape.columns());
}

template Var candidateLosses(Tape<float>&, Var, std::span<const int>);
template Var candidateLosses(Tape<double>&, Var, std::span<const int>);

}  // namespace attentarium
