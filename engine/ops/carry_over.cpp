#include "engine/ops/carry_over.h"

#include <algorithm>

#include "engine/core/error.h"

namespace attentarium {
namespace {

constexpr std::size_t kFresh = 0, kOld = 1;

// y[b, j] = fresh[b, j] where lengths[b] > time, else old[b, j]
template <typename Scalar>
class CarryOver final : public Op<Scalar> {
  public:
    CarryOver(std::span<const std::int64_t> lengths, std::int64_t time) : m_lengths(lengths), m_time(time) {}

    std::string_view name() const override { return "carry_over"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        for (std::int64_t b = 0; b < pass.output.rows(); ++b) {
            std::copy_n(pass.inputs[slotOf(b)].row(b), pass.output.columns(), pass.output.row(b));
        }
    }

    // Forward copied a row of one of the two, so now the gradient goes to that one.
    void backward(const BackwardPass<Scalar>& pass) const override {
        for (std::int64_t b = 0; b < pass.output.rows(); ++b) {
            const auto& dx = pass.inputGradients[slotOf(b)];
            if (!dx) continue;
            const Scalar* dy = pass.outputGradient.row(b);
            Scalar* row = dx.row(b);
            for (std::int64_t j = 0; j < dx.columns(); ++j) row[j] += dy[j];
        }
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::PassThrough};
        why.terms.push_back({1, recorded.input(slotOf(index / recorded.output.columns()), index), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t slot,
                                std::int64_t index) const override {
        Explanation why{recorded.node, Rule::SumOfProducts};
        if (slotOf(index / recorded.output.columns()) == slot) {
            why.rule = Rule::PassThrough;
            why.terms.push_back({1, recorded.gradient(index), {}});
        }
        computeTotal(why);
        return why;
    }

  private:
    std::size_t slotOf(std::int64_t text) const {
        return m_lengths[static_cast<std::size_t>(text)] > m_time ? kFresh : kOld;
    }

    std::span<const std::int64_t> m_lengths;
    std::int64_t m_time;
};

}  // namespace

template <typename Scalar>
Var carryOver(Tape<Scalar>& tape, Var fresh, Var old, std::span<const std::int64_t> lengths, std::int64_t time) {
    const Shape shape = tape.shape(fresh);
    expects(shape.rank() == 2 && shape == tape.shape(old), "[carry_over] the states do not fit");
    expects(static_cast<std::int64_t>(lengths.size()) == shape[0], "[carry_over] needs one length for each text");
    return tape.template record<CarryOver<Scalar>>({fresh, old}, shape,
                                                   tape.arena().template copy<std::int64_t>(lengths), time);
}

template Var carryOver(Tape<float>&, Var, Var, std::span<const std::int64_t>, std::int64_t);
template Var carryOver(Tape<double>&, Var, Var, std::span<const std::int64_t>, std::int64_t);

}  // namespace attentarium
