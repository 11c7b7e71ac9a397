#include "engine/ops/gate_sums.h"

#include <algorithm>
#include <array>

#include "engine/core/error.h"
#include "engine/core/packed_matrix.h"

namespace attentarium {
namespace {

constexpr std::size_t kX = 0, kWeight = 1, kBias = 2, kSlots = 3, kMostParts = 2;

// y[b, j] = Σ_p (Σ_i x_p[b, i] · weight_p[i, first + j] + bias_p[first + j])
template <typename Scalar>
class GateSums final : public Op<Scalar> {
  public:
    explicit GateSums(std::int64_t first) : m_first(first) {}

    std::string_view name() const override { return "gate_sums"; }

    // All biases first, then one product after the other: the order in which `recurrent_layer` sums.
    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& y = pass.output;
        std::fill(y.data, y.data + y.count(), Scalar{0});
        for (std::size_t part = 0; part < pass.inputs.size(); part += kSlots) {
            const Scalar* bias = pass.inputs[part + kBias].data + m_first;
            for (std::int64_t b = 0; b < y.rows(); ++b) {
                for (std::int64_t j = 0; j < y.columns(); ++j) y.row(b)[j] += bias[j];
            }
        }
        for (std::size_t part = 0; part < pass.inputs.size(); part += kSlots) {
            const auto& x = pass.inputs[part + kX];
            const auto weight = columnsOf(pass.inputs[part + kWeight], y.columns());
            const auto memory = pass.scratch.template allocate<Scalar>(
                static_cast<std::size_t>(packedCount<Scalar>(weight.rows, weight.columns)));
            addProduct<Scalar>({x.data, x.rows(), x.columns(), x.columns()}, pack<Scalar>(weight, memory.data()),
                               {y.data, y.rows(), y.columns(), y.columns()});
        }
    }

    // Forward was y = Σ x · weight + bias, so now for each part dx = dy · weightᵀ, dweight = xᵀ · dy and dbias = the
    // sum of dy's rows.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const TensorView<const Scalar>& dy = pass.outputGradient;
        const MatrixView<const Scalar> dsums{dy.data, dy.rows(), dy.columns(), dy.columns()};
        for (std::size_t part = 0; part < pass.inputs.size(); part += kSlots) {
            const auto& x = pass.inputs[part + kX];
            if (const auto& dx = pass.inputGradients[part + kX]) {
                matrixProduct<Scalar>(dsums, columnsOf(pass.inputs[part + kWeight], dy.columns()),
                                      {dx.data, dx.rows(), dx.columns(), dx.columns()}, Transpose::Right,
                                      Store::Accumulate);
            }
            if (const auto& dweight = pass.inputGradients[part + kWeight]) {
                matrixProduct<Scalar>({x.data, x.rows(), x.columns(), x.columns()}, dsums,
                                      columnsOf(dweight, dy.columns()), Transpose::Left, Store::Accumulate);
            }
            if (const auto& dbias = pass.inputGradients[part + kBias]) {
                for (std::int64_t b = 0; b < dy.rows(); ++b) {
                    for (std::int64_t j = 0; j < dy.columns(); ++j) dbias.data[m_first + j] += dy.row(b)[j];
                }
            }
        }
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const std::int64_t b = index / recorded.output.columns(), j = index % recorded.output.columns();
        Explanation why{recorded.node, Rule::SumOfProducts};
        for (std::size_t part = 0; part < recorded.inputs.size(); part += kSlots) {
            const std::int64_t in = recorded.inputs[part + kX].columns();
            for (std::int64_t i = 0; i < in; ++i) {
                why.terms.push_back({1, recorded.input(part + kX, b * in + i),
                                     recorded.input(part + kWeight, weightIndex(recorded, part, i, j))});
            }
            why.terms.push_back({1, recorded.input(part + kBias, m_first + j), {}});
        }
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t slot,
                                std::int64_t index) const override {
        const std::size_t part = slot / kSlots * kSlots;
        const std::int64_t columns = recorded.output.columns(), texts = recorded.output.rows();
        const std::int64_t in = recorded.inputs[part + kX].columns();
        Explanation why{recorded.node, Rule::SumOfProducts};
        if (slot == part + kX) {
            for (std::int64_t j = 0; j < columns; ++j) {
                why.terms.push_back({1, recorded.gradient(index / in * columns + j),
                                     recorded.input(part + kWeight, weightIndex(recorded, part, index % in, j))});
            }
            computeTotal(why);
            return why;
        }
        // A row of the weight, or the bias: only the columns of this gate were used.
        const std::int64_t all = recorded.inputs[slot].columns(), j = index % all - m_first;
        for (std::int64_t b = 0; j >= 0 && j < columns && b < texts; ++b) {
            const Factor dy = recorded.gradient(b * columns + j);
            if (slot == part + kBias) {
                why.terms.push_back({1, dy, {}});
            } else {
                why.terms.push_back({1, recorded.input(part + kX, b * in + index / all), dy});
            }
        }
        computeTotal(why);
        return why;
    }

  private:
    template <typename Number>
    MatrixView<Number> columnsOf(const TensorView<Number>& weight, std::int64_t count) const {
        return {weight.data + m_first, weight.rows(), count, weight.columns()};
    }
    std::int64_t weightIndex(const RecordedOp<Scalar>& recorded, std::size_t part, std::int64_t i,
                             std::int64_t j) const {
        return i * recorded.inputs[part + kWeight].columns() + m_first + j;
    }

    std::int64_t m_first;
};

}  // namespace

template <typename Scalar>
Var gateSums(Tape<Scalar>& tape, std::span<const GatePart> parts, std::int64_t first, std::int64_t count) {
    expects(!parts.empty() && parts.size() <= kMostParts, "[gate_sums] needs one part or two");
    const std::int64_t texts = tape.shape(parts[0].x)[0];
    std::array<Var, kMostParts * kSlots> inputs;
    std::size_t used = 0;
    for (const GatePart& part : parts) {
        const Shape& x = tape.shape(part.x);
        const Shape& weight = tape.shape(part.weight);
        expects(x.rank() == 2 && weight.rank() == 2 && x[0] == texts && x[1] == weight[0] &&
                    tape.shape(part.bias) == Shape{weight[1]},
                "[gate_sums] x, weight and bias do not fit");
        expects(first >= 0 && count >= 1 && first + count <= weight[1], "[gate_sums] there are no such columns");
        for (const Var input : {part.x, part.weight, part.bias}) inputs[used++] = input;
    }
    return tape.template record<GateSums<Scalar>>(std::span<const Var>(inputs.data(), used), Shape{texts, count},
                                                  first);
}

template Var gateSums(Tape<float>&, std::span<const GatePart>, std::int64_t, std::int64_t);
template Var gateSums(Tape<double>&, std::span<const GatePart>, std::int64_t, std::int64_t);

}  // namespace attentarium
