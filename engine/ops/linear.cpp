#include "engine/ops/linear.h"

#include "engine/core/error.h"
#include "engine/ops/linear_kernels.h"

namespace attentarium {
namespace {

constexpr std::size_t kX = 0, kWeight = 1, kBias = 2;

// y[r, j] = Σ_i x[r, i] · weight[i, j] + bias[j]
template <typename Scalar>
class Linear final : public Op<Scalar> {
  public:
    explicit Linear(bool transposed) : m_transposed(transposed) {}

    std::string_view name() const override { return "linear"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const Scalar* bias = pass.inputs.size() > kBias ? pass.inputs[kBias].data : nullptr;
        matrixProduct(pass.parallel, pass.scratch, kernels::matrix(pass.inputs[kX]),
                      kernels::matrix(pass.inputs[kWeight]), kernels::matrix(pass.output),
                      m_transposed ? Transpose::Right : Transpose::None, Store::Replace, bias);
    }

    // Forward was y = x · weight + bias, so now dx = dy · weightᵀ, dweight = xᵀ · dy, dbias = the sum of dy's rows.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto x = kernels::matrix(pass.inputs[kX]), weight = kernels::matrix(pass.inputs[kWeight]),
                   dy = kernels::matrix(pass.outputGradient);
        if (const auto& dx = pass.inputGradients[kX]) {
            matrixProduct(pass.parallel, pass.scratch, dy, weight, kernels::matrix(dx),
                          m_transposed ? Transpose::None : Transpose::Right, pass.storeOf(kX));
        }
        if (const auto& dweight = pass.inputGradients[kWeight]) {
            matrixProduct(pass.parallel, pass.scratch, m_transposed ? dy : x, m_transposed ? x : dy,
                          kernels::matrix(dweight), Transpose::Left, pass.storeOf(kWeight));
        }
        if (pass.inputGradients.size() > kBias && pass.inputGradients[kBias]) {
            kernels::addRows(pass.parallel, pass.outputGradient, pass.storeOf(kBias), pass.inputGradients[kBias].data);
        }
    }

    bool overwrites(std::size_t) const override { return true; }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const std::int64_t in = recorded.inputs[kX].columns();
        const std::int64_t out = recorded.output.columns();
        const std::int64_t r = index / out, j = index % out;
        Explanation why{recorded.node, Rule::SumOfProducts};
        for (std::int64_t i = 0; i < in; ++i) {
            why.terms.push_back(
                {1, recorded.input(kX, r * in + i), recorded.input(kWeight, weightIndex(i, j, in, out))});
        }
        if (recorded.inputs.size() > kBias) why.terms.push_back({1, recorded.input(kBias, j), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t slot,
                                std::int64_t index) const override {
        const std::int64_t in = recorded.inputs[kX].columns();
        const std::int64_t out = recorded.output.columns();
        const std::int64_t rows = recorded.output.rows();
        Explanation why{recorded.node, Rule::SumOfProducts};
        if (slot == kX) {
            const std::int64_t r = index / in, i = index % in;
            for (std::int64_t j = 0; j < out; ++j) {
                why.terms.push_back(
                    {1, recorded.gradient(r * out + j), recorded.input(kWeight, weightIndex(i, j, in, out))});
            }
        } else if (slot == kWeight) {
            const std::int64_t i = m_transposed ? index % in : index / out;
            const std::int64_t j = m_transposed ? index / in : index % out;
            for (std::int64_t r = 0; r < rows; ++r) {
                why.terms.push_back({1, recorded.input(kX, r * in + i), recorded.gradient(r * out + j)});
            }
        } else {
            for (std::int64_t r = 0; r < rows; ++r) why.terms.push_back({1, recorded.gradient(r * out + index), {}});
        }
        computeTotal(why);
        return why;
    }

  private:
    std::int64_t weightIndex(std::int64_t i, std::int64_t j, std::int64_t in, std::int64_t out) const {
        return m_transposed ? j * in + i : i * out + j;
    }

    bool m_transposed;
};

}  // namespace

template <typename Scalar>
Var linear(Tape<Scalar>& tape, Var x, Var weight, Var bias) {
    const Shape& w = tape.shape(weight);
    Shape y = tape.shape(x);
    expects(w.rank() == 2 && y.rank() >= 1 && y[-1] == w[0], "[linear] x and weight do not fit");
    y = y.withLast(w[1]);
    if (!bias) return tape.template record<Linear<Scalar>>({x, weight}, y, false);
    expects(tape.shape(bias) == Shape{w[1]}, "[linear] the bias does not fit");
    return tape.template record<Linear<Scalar>>({x, weight, bias}, y, false);
}

template <typename Scalar>
Var linearTransposed(Tape<Scalar>& tape, Var x, Var weight) {
    const Shape& w = tape.shape(weight);
    const Shape& s = tape.shape(x);
    expects(w.rank() == 2 && s.rank() >= 1 && s[-1] == w[1], "[linear] x and weight do not fit");
    return tape.template record<Linear<Scalar>>({x, weight}, s.withLast(w[0]), true);
}

template Var linear(Tape<float>&, Var, Var, Var);
template Var linear(Tape<double>&, Var, Var, Var);
template Var linearTransposed(Tape<float>&, Var, Var);
template Var linearTransposed(Tape<double>&, Var, Var);

}  // namespace attentarium
