#include "engine/ops/stack_times.h"

#include <algorithm>

#include "engine/core/error.h"

namespace attentarium {
namespace {

// y[b, t, j] = steps[t][b, j]
template <typename Scalar>
class StackTimes final : public Op<Scalar> {
  public:
    std::string_view name() const override { return "stack_times"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto length = static_cast<std::int64_t>(pass.inputs.size());
        for (std::int64_t r = 0; r < pass.output.rows(); ++r) {
            const auto& step = pass.inputs[static_cast<std::size_t>(r % length)];
            std::copy_n(step.row(r / length), step.columns(), pass.output.row(r));
        }
    }

    // Forward copied every row once, so now its gradient goes back to where it came from.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto length = static_cast<std::int64_t>(pass.inputs.size());
        for (std::int64_t r = 0; r < pass.output.rows(); ++r) {
            const auto& dstep = pass.inputGradients[static_cast<std::size_t>(r % length)];
            if (!dstep) continue;
            const Scalar* dy = pass.outputGradient.row(r);
            Scalar* row = dstep.row(r / length);
            for (std::int64_t j = 0; j < dstep.columns(); ++j) row[j] += dy[j];
        }
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const auto length = static_cast<std::int64_t>(recorded.inputs.size());
        const std::int64_t columns = recorded.output.columns(), row = index / columns;
        Explanation why{recorded.node, Rule::PassThrough};
        why.terms.push_back(
            {1, recorded.input(static_cast<std::size_t>(row % length), row / length * columns + index % columns), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t slot,
                                std::int64_t index) const override {
        const auto length = static_cast<std::int64_t>(recorded.inputs.size());
        const std::int64_t columns = recorded.output.columns();
        const std::int64_t row = index / columns * length + static_cast<std::int64_t>(slot);
        Explanation why{recorded.node, Rule::PassThrough};
        why.terms.push_back({1, recorded.gradient(row * columns + index % columns), {}});
        computeTotal(why);
        return why;
    }
};

}  // namespace

template <typename Scalar>
Var stackTimes(Tape<Scalar>& tape, std::span<const Var> steps) {
    expects(!steps.empty() && tape.shape(steps[0]).rank() == 2, "[stack_times] needs steps of rank 2");
    const Shape shape = tape.shape(steps[0]);
    for (const Var step : steps) expects(tape.shape(step) == shape, "[stack_times] the steps do not fit");
    return tape.template record<StackTimes<Scalar>>(steps,
                                                    Shape{shape[0], static_cast<std::int64_t>(steps.size()), shape[1]});
}

template Var stackTimes(Tape<float>&, std::span<const Var>);
template Var stackTimes(Tape<double>&, std::span<const Var>);

}  // namespace attentarium
