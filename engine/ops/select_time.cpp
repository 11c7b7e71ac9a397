#include "engine/ops/select_time.h"

#include <algorithm>

#include "engine/core/error.h"

namespace attentarium {
namespace {

// y[b, j] = x[b, time, j]
template <typename Scalar>
class SelectTime final : public Op<Scalar> {
  public:
    SelectTime(std::int64_t time, std::int64_t length) : m_time(time), m_length(length) {}

    std::string_view name() const override { return "select_time"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        for (std::int64_t b = 0; b < pass.output.rows(); ++b) {
            std::copy_n(pass.inputs[0].row(b * m_length + m_time), pass.output.columns(), pass.output.row(b));
        }
    }

    // Forward copied one row of each text, so now its gradient is added to that row.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        for (std::int64_t b = 0; b < pass.output.rows(); ++b) {
            const Scalar* dy = pass.outputGradient.row(b);
            Scalar* row = dx.row(b * m_length + m_time);
            for (std::int64_t j = 0; j < dx.columns(); ++j) row[j] += dy[j];
        }
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const std::int64_t columns = recorded.output.columns();
        Explanation why{recorded.node, Rule::PassThrough};
        const std::int64_t row = index / columns * m_length + m_time;
        why.terms.push_back({1, recorded.input(0, row * columns + index % columns), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        const std::int64_t columns = recorded.output.columns(), row = index / columns;
        Explanation why{recorded.node, Rule::SumOfProducts};
        // The other time steps were not read here.
        if (row % m_length == m_time) {
            why.rule = Rule::PassThrough;
            why.terms.push_back({1, recorded.gradient(row / m_length * columns + index % columns), {}});
        }
        computeTotal(why);
        return why;
    }

  private:
    std::int64_t m_time;
    std::int64_t m_length;
};

}  // namespace

template <typename Scalar>
Var selectTime(Tape<Scalar>& tape, Var x, std::int64_t time) {
    const Shape shape = tape.shape(x);
    expects(shape.rank() == 3, "[select_time] needs rank 3");
    expects(time >= 0 && time < shape[1], "[select_time] there is no such time");
    return tape.template record<SelectTime<Scalar>>({x}, Shape{shape[0], shape[2]}, time, shape[1]);
}

template Var selectTime(Tape<float>&, Var, std::int64_t);
template Var selectTime(Tape<double>&, Var, std::int64_t);

}  // namespace attentarium
