#include "engine/ops/gelu_linear.h"

#include "engine/core/error.h"
#include "engine/ops/gelu_kernels.h"
#include "engine/ops/linear_kernels.h"

namespace attentarium {
namespace {

constexpr std::size_t kX = 0, kWeight = 1, kBias = 2;

// y = a · weight + bias with a = gelu(x)
template <typename Scalar>
class GeluLinear final : public Op<Scalar> {
  public:
    std::string_view name() const override { return "gelu_linear"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        matrixProduct(pass.parallel, pass.scratch, activated(pass.inputs[kX], pass.scratch, pass.parallel),
                      kernels::matrix(pass.inputs[kWeight]), kernels::matrix(pass.output), Transpose::None,
                      Store::Replace, pass.inputs[kBias].data);
    }

    // Forward was y = a · weight + bias, so now da = dy · weightᵀ, dx as after a = gelu(x), dweight = aᵀ · dy with a
    // made anew in da's place, and dbias = the sum of dy's rows.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& x = pass.inputs[kX];
        const auto& dx = pass.inputGradients[kX];
        const auto& dweight = pass.inputGradients[kWeight];
        const auto dy = kernels::matrix(pass.outputGradient);
        if (dx) {
            const auto da = scratchLike(x, pass.scratch);
            matrixProduct(pass.parallel, pass.scratch, dy, kernels::matrix(pass.inputs[kWeight]), da, Transpose::Right);
            forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
                kernels::geluBackwardAndAgain(x.row(first), (last - first) * x.columns(), pass.storeOf(kX),
                                              dx.row(first), da.data + first * x.columns());
            });
            if (dweight) addOuterProducts(pass, da, dy);
        } else if (dweight) {
            addOuterProducts(pass, activated(x, pass.scratch, pass.parallel), dy);
        }
        if (const auto& dbias = pass.inputGradients[kBias]) {
            kernels::addRows(pass.parallel, pass.outputGradient, pass.storeOf(kBias), dbias.data);
        }
    }

    bool overwrites(std::size_t) const override { return true; }

    Explanation explainValue(const RecordedOp<Scalar>&, std::int64_t) const override {
        throw LogicError("[gelu_linear] a tape for looking records its steps one by one");
    }
    Explanation explainGradient(const RecordedOp<Scalar>&, std::size_t, std::int64_t) const override {
        throw LogicError("[gelu_linear] a tape for looking records its steps one by one");
    }

  private:
    static MatrixView<Scalar> scratchLike(const TensorView<const Scalar>& x, Arena& scratch) {
        const auto cells = static_cast<std::size_t>(x.count());
        return {scratch.allocate<Scalar>(cells).data(), x.rows(), x.columns(), x.columns()};
    }
    static MatrixView<const Scalar> activated(const TensorView<const Scalar>& x, Arena& scratch, Parallel& parallel) {
        const auto a = scratchLike(x, scratch);
        forEachRows(parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            kernels::gelu(x.row(first), (last - first) * x.columns(), a.data + first * x.columns());
        });
        return a;
    }
    static void addOuterProducts(const BackwardPass<Scalar>& pass, MatrixView<const Scalar> a,
                                 MatrixView<const Scalar> dy) {
        matrixProduct(pass.parallel, pass.scratch, a, dy, kernels::matrix(pass.inputGradients[kWeight]),
                      Transpose::Left, pass.storeOf(kWeight));
    }
};

}  // namespace

template <typename Scalar>
Var geluLinear(Tape<Scalar>& tape, Var x, Var weight, Var bias) {
    const Shape& w = tape.shape(weight);
    const Shape y = tape.shape(x);
    expects(tape.purpose() == Purpose::Training, "[gelu_linear] is for training");
    expects(w.rank() == 2 && y.rank() >= 1 && y[-1] == w[0] && tape.shape(bias) == Shape{w[1]},
            "[gelu_linear] x, weight and bias do not fit");
    return tape.template record<GeluLinear<Scalar>>({x, weight, bias}, y.withLast(w[1]));
}

template Var geluLinear(Tape<float>&, Var, Var, Var);
template Var geluLinear(Tape<double>&, Var, Var, Var);

}  // namespace attentarium
