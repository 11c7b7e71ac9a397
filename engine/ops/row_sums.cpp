#include "engine/ops/row_sums.h"

#include "engine/core/error.h"
#include "engine/core/vector_math.h"

namespace attentarium {
namespace {

// y[r] = Σ_k x[r, k]
template <typename Scalar>
class RowSums final : public Op<Scalar> {
  public:
    std::string_view name() const override { return "row_sums"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[0];
        for (std::int64_t r = 0; r < x.rows(); ++r) pass.output.data[r] = sumOf(x.row(r), x.columns());
    }

    // Forward was Σ_k x[r, k], so now dx[r, k] = dy[r].
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        for (std::int64_t at = 0; at < dx.count(); ++at) dx.data[at] += pass.outputGradient.data[at / dx.columns()];
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const std::int64_t columns = recorded.inputs[0].columns();
        Explanation why{recorded.node, Rule::SumOfProducts};
        for (std::int64_t k = 0; k < columns; ++k) {
            why.terms.push_back({1, recorded.input(0, index * columns + k), {}});
        }
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::PassThrough};
        why.terms.push_back({1, recorded.gradient(index / recorded.inputs[0].columns()), {}});
        computeTotal(why);
        return why;
    }
};

Shape withoutLast(const Shape& shape) {
    switch (shape.rank()) {
        case 1:
            return {};
        case 2:
            return {shape[0]};
        case 3:
            return {shape[0], shape[1]};
        default:
            return {shape[0], shape[1], shape[2]};
    }
}

}  // namespace

template <typename Scalar>
Var rowSums(Tape<Scalar>& tape, Var x) {
    const Shape& shape = tape.shape(x);
    expects(shape.rank() >= 1, "[row_sums] needs rank 1 or more");
    return tape.template record<RowSums<Scalar>>({x}, withoutLast(shape));
}

template Var rowSums(Tape<float>&, Var);
template Var rowSums(Tape<double>&, Var);

}  // namespace attentarium
