#include "engine/ops/relu.h"

namespace attentarium {
namespace {

template <typename Number>
Number valueAt(Number x) {
    return x > 0 ? x : Number{0};
}

// y = max(x, 0)
template <typename Scalar>
class Relu final : public Op<Scalar> {
  public:
    std::string_view name() const override { return "relu"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[0];
        forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            const std::int64_t end = last * x.columns();
            for (std::int64_t i = first * x.columns(); i < end; ++i) pass.output.data[i] = valueAt(x.data[i]);
        });
    }

    // Forward was max(x, 0), so now dx = dy where x > 0.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& x = pass.inputs[0];
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            const std::int64_t end = last * x.columns();
            for (std::int64_t i = first * x.columns(); i < end; ++i) {
                dx.data[i] += pass.outputGradient.data[i] * (x.data[i] > 0 ? Scalar{1} : Scalar{0});
            }
        });
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::Pointwise};
        why.terms.push_back({1, recorded.input(0, index), {}});
        why.total = valueAt(why.terms[0].left->value);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::PassThrough};
        why.terms.push_back({recorded.input(0, index).value > 0 ? 1.0 : 0.0, recorded.gradient(index), {}});
        computeTotal(why);
        return why;
    }
};

}  // namespace

template <typename Scalar>
Var relu(Tape<Scalar>& tape, Var x) {
    return tape.template record<Relu<Scalar>>({x}, tape.shape(x));
}

template Var relu(Tape<float>&, Var);
template Var relu(Tape<double>&, Var);

}  // namespace attentarium
