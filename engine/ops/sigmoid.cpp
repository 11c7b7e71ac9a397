#include "engine/ops/sigmoid.h"

#include "engine/core/vector_math.h"
#include "engine/ops/recurrent_kernels.h"

namespace attentarium {
namespace {

// y = 1 / (1 + e^−x)
template <typename Scalar>
class Sigmoid final : public Op<Scalar> {
  public:
    std::string_view name() const override { return "sigmoid"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[0];
        forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t r = first; r < last; ++r) kernels::sigmoidRow(x.row(r), x.columns(), pass.output.row(r));
        });
    }

    // Forward was y = 1 / (1 + e^−x), whose slope is y · (1 − y), so now dx = dy · y · (1 − y).
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& y = pass.output;
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        for (std::int64_t i = 0; i < y.count(); ++i) dx.data[i] += pass.outputGradient.data[i] * slope(y.data[i]);
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::Pointwise};
        why.terms.push_back({1, recorded.input(0, index), {}});
        why.total = logistic(why.terms[0].left->value);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::SumOfProducts};
        why.terms.push_back({slope(static_cast<double>(recorded.output.data[index])), recorded.gradient(index), {}});
        computeTotal(why);
        return why;
    }

  private:
    template <typename Number>
    static Number slope(Number y) {
        return y * (1 - y);
    }
};

}  // namespace

template <typename Scalar>
Var sigmoid(Tape<Scalar>& tape, Var x) {
    return tape.template record<Sigmoid<Scalar>>({x}, tape.shape(x));
}

template Var sigmoid(Tape<float>&, Var);
template Var sigmoid(Tape<double>&, Var);

}  // namespace attentarium
