#include "engine/ops/alibi.h"

#include <bit>
#include <cmath>
#include <cstdlib>

#include "engine/core/error.h"
#include "engine/ops/attention_kernels.h"

namespace attentarium {
namespace {

// y[b, h, i, j] = x[b, h, i, j] − slope_h · |offset + i − j|
template <typename Scalar>
class Alibi final : public Op<Scalar> {
  public:
    explicit Alibi(std::int64_t offset) : m_offset(offset) {}

    std::string_view name() const override { return "alibi"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const Shape& shape = pass.output.shape;
        const std::int64_t heads = shape[1], queries = shape[2], keys = shape[3];
        pass.parallel.forEach(shape[0] * heads, [&](std::int64_t piece) {
            const auto slope = static_cast<Scalar>(alibiSlope(piece % heads, heads));
            for (std::int64_t i = 0; i < queries; ++i) {
                const std::int64_t row = piece * queries + i;
                kernels::lessByDistance(pass.inputs[0].row(row), keys, m_offset + i, slope, pass.output.row(row));
            }
        });
    }

    // Forward took away what no input has a part in, so now dx = dy.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dx = pass.inputGradients[0];
        if (dx) kernels::addScaled(pass.outputGradient.data, dx.count(), Scalar{1}, dx.data);
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const Shape& shape = recorded.output.shape;
        const std::int64_t heads = shape[1], queries = shape[2], keys = shape[3];
        const std::int64_t j = index % keys, i = index / keys % queries, head = index / keys / queries % heads;
        Explanation why{recorded.node, Rule::SumOfProducts};
        why.terms.push_back({1, recorded.input(0, index), {}});
        why.terms.push_back({-alibiSlope(head, heads) * static_cast<double>(std::abs(m_offset + i - j)), {}, {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::PassThrough};
        why.terms.push_back({1, recorded.gradient(index), {}});
        computeTotal(why);
        return why;
    }

  private:
    std::int64_t m_offset;
};

}  // namespace

double alibiSlope(std::int64_t head, std::int64_t heads) {
    const auto smaller = static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(heads)));
    if (head < smaller) return std::exp2(-8 * static_cast<double>(head + 1) / static_cast<double>(smaller));
    return std::exp2(-4 * static_cast<double>(2 * (head - smaller) + 1) / static_cast<double>(smaller));
}

template <typename Scalar>
Var alibi(Tape<Scalar>& tape, Var x, std::int64_t offset) {
    const Shape shape = tape.shape(x);
    expects(shape.rank() == 4, "[alibi] needs rank 4");
    return tape.template record<Alibi<Scalar>>({x}, shape, offset);
}

template Var alibi(Tape<float>&, Var, std::int64_t);
template Var alibi(Tape<double>&, Var, std::int64_t);

}  // namespace attentarium
