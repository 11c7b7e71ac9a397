#include "engine/ops/silu.h"

#include "engine/core/vector_math.h"

namespace attentarium {
namespace {

template <typename Number>
Number shareAt(Number x) {
    return 1 / (1 + exponential(-x));
}

template <typename Number>
Number valueAt(Number x) {
    return x * shareAt(x);
}

template <typename Number>
Number slopeAt(Number x) {
    const Number share = shareAt(x);
    return share * (1 + x * (1 - share));
}

// y = x · σ(x) with σ(x) = 1 / (1 + e^(−x))
template <typename Scalar>
class Silu final : public Op<Scalar> {
  public:
    std::string_view name() const override { return "silu"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[0];
        forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            const std::int64_t end = last * x.columns();
            for (std::int64_t i = first * x.columns(); i < end; ++i) pass.output.data[i] = valueAt(x.data[i]);
        });
    }

    // Forward was x · σ(x) with σ(x) = 1 / (1 + e^(−x)), so now dx = dy · σ(x) · (1 + x · (1 − σ(x))).
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& x = pass.inputs[0];
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            const std::int64_t end = last * x.columns();
            for (std::int64_t i = first * x.columns(); i < end; ++i) {
                dx.data[i] += pass.outputGradient.data[i] * slopeAt(x.data[i]);
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
        // The slope by the product rule, σ(x) + x · σ(x) · (1 − σ(x)): apart, since near x = −1.28 the two cancel.
        const double x = recorded.input(0, index).value, share = shareAt(x);
        Explanation why{recorded.node, Rule::SumOfProducts};
        why.terms.push_back({share, recorded.gradient(index), {}});
        why.terms.push_back({x * share * (1 - share), recorded.gradient(index), {}});
        computeTotal(why);
        return why;
    }
};

}  // namespace

template <typename Scalar>
Var silu(Tape<Scalar>& tape, Var x) {
    return tape.template record<Silu<Scalar>>({x}, tape.shape(x));
}

template Var silu(Tape<float>&, Var);
template Var silu(Tape<double>&, Var);

}  // namespace attentarium
