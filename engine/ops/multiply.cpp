#include "engine/ops/multiply.h"

#include "engine/core/error.h"

namespace attentarium {
namespace {

// y[i] = left[i] · right[i]
template <typename Scalar>
class Multiply final : public Op<Scalar> {
  public:
    std::string_view name() const override { return "multiply"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const std::int64_t rows = pass.output.rows(), columns = pass.output.columns();
        forEachRows(pass.parallel, rows, rowsPerPiece(rows), [&](std::int64_t first, std::int64_t last) {
            const Scalar* left = pass.inputs[0].row(first);
            const Scalar* right = pass.inputs[1].row(first);
            Scalar* y = pass.output.row(first);
            for (std::int64_t i = 0; i < (last - first) * columns; ++i) y[i] = left[i] * right[i];
        });
    }

    // Forward was left · right, so now dleft = dy · right and dright = dy · left.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const std::int64_t rows = pass.output.rows(), columns = pass.output.columns();
        forEachRows(pass.parallel, rows, rowsPerPiece(rows), [&](std::int64_t first, std::int64_t last) {
            for (std::size_t slot = 0; slot < 2; ++slot) {
                if (!pass.inputGradients[slot]) continue;
                const Scalar* dy = pass.outputGradient.row(first);
                const Scalar* other = pass.inputs[1 - slot].row(first);
                Scalar* dx = pass.inputGradients[slot].row(first);
                for (std::int64_t i = 0; i < (last - first) * columns; ++i) dx[i] += dy[i] * other[i];
            }
        });
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::SumOfProducts};
        why.terms.push_back({1, recorded.input(0, index), recorded.input(1, index)});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t slot,
                                std::int64_t index) const override {
        Explanation why{recorded.node, Rule::SumOfProducts};
        why.terms.push_back({1, recorded.gradient(index), recorded.input(1 - slot, index)});
        computeTotal(why);
        return why;
    }
};

}  // namespace

template <typename Scalar>
Var multiply(Tape<Scalar>& tape, Var left, Var right) {
    const Shape shape = tape.shape(left);
    expects(shape == tape.shape(right), "[multiply] the shapes do not fit");
    return tape.template record<Multiply<Scalar>>({left, right}, shape);
}

template Var multiply(Tape<float>&, Var, Var);
template Var multiply(Tape<double>&, Var, Var);

}  // namespace attentarium
