#include "engine/ops/join_features.h"

#include <algorithm>

#include "engine/core/error.h"

namespace attentarium {
namespace {

// y[r] = left[r], right[r]
template <typename Scalar>
class JoinFeatures final : public Op<Scalar> {
  public:
    std::string_view name() const override { return "join_features"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        for (std::int64_t r = 0; r < pass.output.rows(); ++r) {
            Scalar* y = pass.output.row(r);
            for (const auto& x : pass.inputs) y = std::copy_n(x.row(r), x.columns(), y);
        }
    }

    // Forward put two rows side by side, so now each gets its part of dy.
    void backward(const BackwardPass<Scalar>& pass) const override {
        std::int64_t start = 0;
        for (std::size_t slot = 0; slot < pass.inputs.size(); ++slot) {
            const std::int64_t columns = pass.inputs[slot].columns();
            const auto& dx = pass.inputGradients[slot];
            for (std::int64_t r = 0; dx && r < dx.rows(); ++r) {
                const Scalar* dy = pass.outputGradient.row(r) + start;
                Scalar* row = dx.row(r);
                for (std::int64_t j = 0; j < columns; ++j) row[j] += dy[j];
            }
            start += columns;
        }
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const std::int64_t row = index / recorded.output.columns(), column = index % recorded.output.columns();
        const std::int64_t left = recorded.inputs[0].columns();
        const std::size_t slot = column < left ? 0 : 1;
        Explanation why{recorded.node, Rule::PassThrough};
        const std::int64_t own = slot == 0 ? column : column - left;
        why.terms.push_back({1, recorded.input(slot, row * recorded.inputs[slot].columns() + own), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t slot,
                                std::int64_t index) const override {
        const std::int64_t columns = recorded.inputs[slot].columns();
        const std::int64_t start = slot == 0 ? 0 : recorded.inputs[0].columns();
        Explanation why{recorded.node, Rule::PassThrough};
        why.terms.push_back(
            {1, recorded.gradient(index / columns * recorded.output.columns() + start + index % columns), {}});
        computeTotal(why);
        return why;
    }
};

}  // namespace

template <typename Scalar>
Var joinFeatures(Tape<Scalar>& tape, Var left, Var right) {
    const Shape l = tape.shape(left), r = tape.shape(right);
    expects(l.rank() >= 1 && l.rank() == r.rank() && l.withLast(1) == r.withLast(1),
            "[join_features] the shapes do not fit");
    return tape.template record<JoinFeatures<Scalar>>({left, right}, l.withLast(l[-1] + r[-1]));
}

template Var joinFeatures(Tape<float>&, Var, Var);
template Var joinFeatures(Tape<double>&, Var, Var);

}  // namespace attentarium
