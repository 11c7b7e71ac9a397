#include "engine/ops/remember.h"

#include <algorithm>

#include "engine/core/error.h"

namespace attentarium {
namespace {

// y[b, j] = memory[b, j] where j < read, else x[b, j − read]
template <typename Scalar>
class Remember final : public Op<Scalar> {
  public:
    Remember(TensorView<Scalar> memory, std::int64_t read) : m_memory(memory), m_read(read) {}

    std::string_view name() const override { return "remember"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[0];
        const std::int64_t batch = x.shape[0], cells = x.count() / batch, width = x.columns();
        const std::int64_t capacity = m_memory.count() / batch, shown = pass.output.count() / batch;
        for (std::int64_t b = 0; b < batch; ++b) {
            Scalar* memory = m_memory.data + b * capacity;
            std::copy_n(x.data + b * cells, cells, memory + m_read * width);
            if (pass.output.data != m_memory.data) std::copy_n(memory, shown, pass.output.data + b * shown);
        }
    }

    // Forward put x behind what was there, so now the gradient of that part is its own.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        for (std::int64_t i = 0; i < dx.count(); ++i)
            dx.data[i] += pass.outputGradient.data[placeOf(pass.output.shape, dx.shape, i)];
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const Shape& x = recorded.inputs[0].shape;
        const std::int64_t width = x[2], shown = recorded.output.shape[1];
        const std::int64_t token = index / width % shown - m_read, text = index / width / shown;
        Explanation why{recorded.node, Rule::Given};
        why.total = static_cast<double>(recorded.output.data[index]);
        if (token < 0 || token >= x[1]) return why;
        why.rule = Rule::PassThrough;
        why.terms.push_back({1, recorded.input(0, (text * x[1] + token) * width + index % width), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::PassThrough};
        why.terms.push_back(
            {1, recorded.gradient(placeOf(recorded.output.shape, recorded.inputs[0].shape, index)), {}});
        computeTotal(why);
        return why;
    }

  private:
    /// Where cell `index` of x lies in the output.
    std::int64_t placeOf(const Shape& output, const Shape& x, std::int64_t index) const {
        const std::int64_t cells = x[1] * x[2];
        return index / cells * output[1] * x[2] + m_read * x[2] + index % cells;
    }

    TensorView<Scalar> m_memory;
    std::int64_t m_read;
};

}  // namespace

template <typename Scalar>
Var remember(Tape<Scalar>& tape, Var x, TensorView<Scalar> memory, std::int64_t read) {
    const Shape shape = tape.shape(x);
    expects(shape.rank() == 3 && memory.shape.rank() == 3 && shape[0] == memory.shape[0] && shape[2] == memory.shape[2],
            "[remember] the memory does not fit");
    expects(read >= 0 && read + shape[1] <= memory.shape[1], "[remember] the memory is full");
    const Shape result{shape[0], shape[0] == 1 ? read + shape[1] : memory.shape[1], shape[2]};
    if (tape.purpose() == Purpose::Looking) return tape.template record<Remember<Scalar>>({x}, result, memory, read);
    return tape.template recordInto<Remember<Scalar>>({memory.data, result}, {x}, memory, read);
}

template Var remember(Tape<float>&, Var, TensorView<float>, std::int64_t);
template Var remember(Tape<double>&, Var, TensorView<double>, std::int64_t);

}  // namespace attentarium
