#include "engine/ops/softmax.h"

#include "engine/core/error.h"
#include "engine/ops/attention_kernels.h"

namespace attentarium {
namespace {

// y_j = e^(x_j) / Σ_k e^(x_k)
template <typename Scalar>
class Softmax final : public Op<Scalar> {
  public:
    std::string_view name() const override { return "softmax"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[0];
        forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t r = first; r < last; ++r) kernels::softmaxRow(x.row(r), x.columns(), pass.output.row(r));
        });
    }

    // Forward was y = softmax(x), whose slope is ∂y_k/∂x_j = y_k · ([k = j] − y_j), so now
    // dx_j = y_j · (dy_j − Σ_k dy_k · y_k).
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& y = pass.output;
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        forEachRows(pass.parallel, y.rows(), rowsPerPiece(y.rows()), [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t r = first; r < last; ++r) {
                kernels::softmaxRowBackward(y.row(r), pass.outputGradient.row(r), y.columns(), dx.row(r));
            }
        });
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const std::int64_t columns = recorded.output.columns(), start = index / columns * columns;
        Explanation why{recorded.node, Rule::Ratio};
        why.chosen = static_cast<std::size_t>(index - start);
        for (std::int64_t k = 0; k < columns; ++k) why.terms.push_back({1, recorded.input(0, start + k), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        const std::int64_t columns = recorded.output.columns(), start = index / columns * columns;
        const double own = static_cast<double>(recorded.output.data[index]);
        Explanation why{recorded.node, Rule::SumOfProducts};
        for (std::int64_t k = start; k < start + columns; ++k) {
            const double slope = static_cast<double>(recorded.output.data[k]) * ((k == index ? 1.0 : 0.0) - own);
            why.terms.push_back({slope, recorded.gradient(k), {}});
        }
        computeTotal(why);
        return why;
    }
};

}  // namespace

template <typename Scalar>
Var softmax(Tape<Scalar>& tape, Var x) {
    const Shape shape = tape.shape(x);
    expects(shape.rank() >= 1, "[softmax] needs rank 1 or more");
    return tape.template record<Softmax<Scalar>>({x}, shape);
}

template Var softmax(Tape<float>&, Var);
template Var softmax(Tape<double>&, Var);

}  // namespace attentarium
