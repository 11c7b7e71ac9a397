#include "engine/ops/scale.h"

#include "engine/ops/attention_kernels.h"

namespace attentarium {
namespace {

// y = factor · x
template <typename Scalar>
class Scale final : public Op<Scalar> {
  public:
    explicit Scale(double factor) : m_factor(factor) {}

    std::string_view name() const override { return "scale"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[0];
        forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            kernels::scale(x.row(first), (last - first) * x.columns(), static_cast<Scalar>(m_factor),
                           pass.output.row(first));
        });
    }

    // Forward was factor · x, so now dx = factor · dy.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        kernels::addScaled(pass.outputGradient.data, dx.count(), static_cast<Scalar>(m_factor), dx.data);
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::SumOfProducts};
        why.terms.push_back({m_factor, recorded.input(0, index), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::SumOfProducts};
        why.terms.push_back({m_factor, recorded.gradient(index), {}});
        computeTotal(why);
        return why;
    }

  private:
    double m_factor;
};

}  // namespace

template <typename Scalar>
Var scale(Tape<Scalar>& tape, Var x, double factor) {
    return tape.template record<Scale<Scalar>>({x}, tape.shape(x), factor);
}

template Var scale(Tape<float>&, Var, double);
template Var scale(Tape<double>&, Var, double);

}  // namespace attentarium
