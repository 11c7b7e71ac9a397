#include "engine/ops/start_state.h"

#include <algorithm>

#include "engine/core/error.h"

namespace attentarium {
namespace {

// y[i] = 0
template <typename Scalar>
class StartState final : public Op<Scalar> {
  public:
    std::string_view name() const override { return "start_state"; }

    void forward(const ForwardPass<Scalar>& pass) override { std::ranges::fill(pass.output.span(), Scalar{0}); }
    // Forward read nothing, so there is nothing to go back to.
    void backward(const BackwardPass<Scalar>&) const override {}

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t) const override {
        return {recorded.node, Rule::Given};
    }
    Explanation explainGradient(const RecordedOp<Scalar>&, std::size_t, std::int64_t) const override {
        throw LogicError("[start_state] it has no inputs");
    }
};

}  // namespace

template <typename Scalar>
Var startState(Tape<Scalar>& tape, const Shape& shape) {
    return tape.template record<StartState<Scalar>>(std::span<const Var>(), shape);
}

template Var startState(Tape<float>&, const Shape&);
template Var startState(Tape<double>&, const Shape&);

}  // namespace attentarium
