#include "engine/ops/alignment_scores.h"

#include "engine/core/error.h"
#include "engine/core/vector_math.h"
#include "engine/ops/attention_kernels.h"

namespace attentarium {
namespace {

constexpr std::size_t kX = 0, kWeight = 1;

// scores[r] = Σ_u x[r, u] · weight[u], r going over all pairs
template <typename Scalar>
class AlignmentScores final : public Op<Scalar> {
  public:
    std::string_view name() const override { return "alignment_scores"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[kX];
        for (std::int64_t r = 0; r < x.rows(); ++r) {
            pass.output.data[r] = dotProduct(x.row(r), pass.inputs[kWeight].data, x.columns());
        }
    }

    // Forward was x · weight, so now dx = dscore · weight and dweight collects dscore · x from all pairs.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& x = pass.inputs[kX];
        const auto &dx = pass.inputGradients[kX], &dweight = pass.inputGradients[kWeight];
        const Scalar* weight = pass.inputs[kWeight].data;
        for (std::int64_t r = 0; r < x.rows(); ++r) {
            const Scalar dscore = pass.outputGradient.data[r];
            if (dx) kernels::addScaled(weight, x.columns(), dscore, dx.row(r));
            if (dweight) kernels::addScaled(x.row(r), x.columns(), dscore, dweight.data);
        }
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const std::int64_t units = recorded.inputs[kX].columns();
        Explanation why{recorded.node, Rule::SumOfProducts};
        for (std::int64_t u = 0; u < units; ++u) {
            why.terms.push_back({1, recorded.input(kX, index * units + u), recorded.input(kWeight, u)});
        }
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t slot,
                                std::int64_t index) const override {
        const std::int64_t units = recorded.inputs[kX].columns(), pairs = recorded.output.count();
        Explanation why{recorded.node, Rule::SumOfProducts};
        if (slot == kX) {
            why.terms.push_back({1, recorded.gradient(index / units), recorded.input(kWeight, index % units)});
        } else {
            for (std::int64_t r = 0; r < pairs; ++r) {
                why.terms.push_back({1, recorded.gradient(r), recorded.input(kX, r * units + index)});
            }
        }
        computeTotal(why);
        return why;
    }
};

}  // namespace

template <typename Scalar>
Var alignmentScores(Tape<Scalar>& tape, Var x, Var weight) {
    const Shape shape = tape.shape(x);
    expects(shape.rank() == 4 && tape.shape(weight) == Shape{shape[3]}, "[alignment_scores] x and weight do not fit");
    return tape.template record<AlignmentScores<Scalar>>({x, weight}, Shape{shape[0], 1, shape[1], shape[2]});
}

template Var alignmentScores(Tape<float>&, Var, Var);
template Var alignmentScores(Tape<double>&, Var, Var);

}  // namespace attentarium
