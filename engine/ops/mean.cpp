#include "engine/ops/mean.h"

#include "engine/core/error.h"
#include "engine/core/vector_math.h"

namespace attentarium {
namespace {

// y = Σ_i x[i] / counted
template <typename Scalar>
class Mean final : public Op<Scalar> {
  public:
    explicit Mean(std::int64_t counted) : m_counted(counted) {}

    std::string_view name() const override { return "mean"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[0];
        *pass.output.data = sumOf(x.data, x.count()) / static_cast<Scalar>(m_counted);
    }

    // Forward was Σ x / counted, so now each cell gets dy / counted.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        const Scalar share = *pass.outputGradient.data / static_cast<Scalar>(m_counted);
        for (Scalar& cell : dx.span()) cell += share;
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t) const override {
        Explanation why{recorded.node, Rule::SumOfProducts};
        for (std::int64_t i = 0; i < recorded.inputs[0].count(); ++i) {
            why.terms.push_back({1.0 / static_cast<double>(m_counted), recorded.input(0, i), {}});
        }
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t) const override {
        Explanation why{recorded.node, Rule::SumOfProducts};
        why.terms.push_back({1.0 / static_cast<double>(m_counted), recorded.gradient(0), {}});
        computeTotal(why);
        return why;
    }

  private:
    std::int64_t m_counted;
};

}  // namespace

template <typename Scalar>
Var mean(Tape<Scalar>& tape, Var x, std::int64_t counted) {
    expects(counted > 0, "[mean] needs at least one cell that counts");
    return tape.template record<Mean<Scalar>>({x}, Shape{}, counted);
}

template Var mean(Tape<float>&, Var, std::int64_t);
template Var mean(Tape<double>&, Var, std::int64_t);

}  // namespace attentarium
