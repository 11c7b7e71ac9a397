#include "engine/ops/causal_mask.h"

#include "engine/core/error.h"
#include "engine/ops/attention_kernels.h"

namespace attentarium {
namespace {

// y[i, j] = x[i, j] where j ≤ i, else −∞
template <typename Scalar>
class CausalMask final : public Op<Scalar> {
  public:
    std::string_view name() const override { return "causal_mask"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const std::int64_t tokens = pass.output.columns(), square = tokens * tokens;
        pass.parallel.forEach(pass.output.count() / square, [&](std::int64_t piece) {
            kernels::hideLater(pass.inputs[0].data + piece * square, tokens, pass.output.data + piece * square);
        });
    }

    // Forward let through j ≤ i, so now the gradient passes there and nowhere else.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        const std::int64_t tokens = pass.output.columns(), square = tokens * tokens;
        pass.parallel.forEach(pass.output.count() / square, [&](std::int64_t piece) {
            kernels::hideLaterBackward(pass.outputGradient.data + piece * square, tokens, dx.data + piece * square);
        });
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        Explanation why{recorded.node, isHidden(recorded, index) ? Rule::Masked : Rule::PassThrough};
        why.terms.push_back({1, recorded.input(0, index), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::PassThrough};
        why.terms.push_back({isHidden(recorded, index) ? 0.0 : 1.0, recorded.gradient(index), {}});
        computeTotal(why);
        return why;
    }

  private:
    static bool isHidden(const RecordedOp<Scalar>& recorded, std::int64_t index) {
        const std::int64_t tokens = recorded.output.columns();
        return index % tokens > index / tokens % tokens;
    }
};

}  // namespace

template <typename Scalar>
Var causalMask(Tape<Scalar>& tape, Var x) {
    const Shape shape = tape.shape(x);
    expects(shape.rank() >= 2 && shape[-1] == shape[-2], "[causal_mask] the last two axes must be equal");
    return tape.template record<CausalMask<Scalar>>({x}, shape);
}

template Var causalMask(Tape<float>&, Var);
template Var causalMask(Tape<double>&, Var);

}  // namespace attentarium
