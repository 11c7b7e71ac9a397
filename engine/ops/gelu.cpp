#include "engine/ops/gelu.h"

#include "engine/core/vector_math.h"
#include "engine/ops/gelu_kernels.h"

namespace attentarium {
namespace {

// y = x · Φ(x)
template <typename Scalar>
class Gelu final : public Op<Scalar> {
  public:
    std::string_view name() const override { return "gelu"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[0];
        forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            kernels::gelu(x.row(first), (last - first) * x.columns(), pass.output.row(first));
        });
    }

    // Forward was x · Φ(x), so now dx = dy · (Φ(x) + x · φ(x)).
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& x = pass.inputs[0];
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            kernels::geluBackward(x.row(first), pass.outputGradient.row(first), (last - first) * x.columns(),
                                  pass.storeOf(0), dx.row(first));
        });
    }

    bool overwrites(std::size_t) const override { return true; }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::Pointwise};
        why.terms.push_back({1, recorded.input(0, index), {}});
        const double x = why.terms[0].left->value;
        why.total = x * normalShareBelow(x);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::SumOfProducts};
        // The slope by the product rule, Φ(x) + x · φ(x): apart, since near x = −0.75 the two cancel.
        const double x = recorded.input(0, index).value;
        why.terms.push_back({normalShareBelow(x), recorded.gradient(index), {}});
        why.terms.push_back({x * normalAt(x).density, recorded.gradient(index), {}});
        computeTotal(why);
        return why;
    }
};

}  // namespace

template <typename Scalar>
Var gelu(Tape<Scalar>& tape, Var x) {
    return tape.template record<Gelu<Scalar>>({x}, tape.shape(x));
}

template Var gelu(Tape<float>&, Var);
template Var gelu(Tape<double>&, Var);

}  // namespace attentarium
