#include "engine/ops/pick_rows.h"

#include <algorithm>

#include "engine/core/error.h"

namespace attentarium {
namespace {

// y[i, c] = x[rows[i], c]
template <typename Scalar>
class PickRows final : public Op<Scalar> {
  public:
    explicit PickRows(std::span<const int> rows) : m_rows(rows) {}

    std::string_view name() const override { return "pick_rows"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[0];
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            std::copy_n(x.row(m_rows[i]), x.columns(), pass.output.row(static_cast<std::int64_t>(i)));
        }
    }

    // Forward copied row rows[i] to y[i], so now dy[i] is added to that row: once for each time it was picked.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const Scalar* dy = pass.outputGradient.row(static_cast<std::int64_t>(i));
            Scalar* row = dx.row(m_rows[i]);
            for (std::int64_t c = 0; c < dx.columns(); ++c) row[c] += dy[c];
        }
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const std::int64_t width = recorded.output.columns();
        const std::int64_t row = m_rows[static_cast<std::size_t>(index / width)];
        Explanation why{recorded.node, Rule::PassThrough};
        why.terms.push_back({1, recorded.input(0, row * width + index % width), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        const std::int64_t width = recorded.output.columns();
        Explanation why{recorded.node, Rule::SumOfProducts};
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (m_rows[i] != index / width) continue;
            why.terms.push_back({1, recorded.gradient(static_cast<std::int64_t>(i) * width + index % width), {}});
        }
        computeTotal(why);
        return why;
    }

  private:
    std::span<const int> m_rows;
};

}  // namespace

template <typename Scalar>
Var pickRows(Tape<Scalar>& tape, Var x, std::span<const int> rows) {
    const Shape& shape = tape.shape(x);
    expects(shape.rank() >= 2 && !rows.empty(), "[pick_rows] needs rank 2 or more, and a row");
    for (const int row : rows) expects(row >= 0 && row < shape.rows(), "[pick_rows] there is no such row");
    return tape.template record<PickRows<Scalar>>({x}, Shape{static_cast<std::int64_t>(rows.size()), shape.columns()},
                                                  tape.arena().template copy<int>(rows));
}

template Var pickRows(Tape<float>&, Var, std::span<const int>);
template Var pickRows(Tape<double>&, Var, std::span<const int>);

}  // namespace attentarium
