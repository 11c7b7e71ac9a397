#include "engine/ops/concatenate_heads.h"

#include <algorithm>

#include "engine/core/error.h"
#include "engine/ops/head_layout.h"

namespace attentarium {
namespace {

// y[b, i, h, d] = x[b, h, i, d]
template <typename Scalar>
class ConcatenateHeads final : public Op<Scalar> {
  public:
    explicit ConcatenateHeads(const HeadLayout& layout) : m_layout(layout) {}

    std::string_view name() const override { return "concatenate_heads"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[0];
        for (std::int64_t row = 0; row < x.rows(); ++row) {
            std::copy_n(x.row(row), x.columns(), pass.output.data + placeOf(row * x.columns()));
        }
    }

    // Forward moved every cell, so now every gradient moves back.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        for (std::int64_t row = 0; row < dx.rows(); ++row) {
            const Scalar* dy = pass.outputGradient.data + placeOf(row * dx.columns());
            Scalar* to = dx.row(row);
            for (std::int64_t d = 0; d < dx.columns(); ++d) to[d] += dy[d];
        }
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const auto [piece, token, d] = m_layout.featureCell(index);
        Explanation why{recorded.node, Rule::PassThrough};
        why.terms.push_back({1, recorded.input(0, m_layout.ownIndex(piece, token, d, m_layout.headWidth)), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::PassThrough};
        why.terms.push_back({1, recorded.gradient(placeOf(index)), {}});
        computeTotal(why);
        return why;
    }

  private:
    std::int64_t placeOf(std::int64_t index) const {
        const std::int64_t d = index % m_layout.headWidth, row = index / m_layout.headWidth;
        return m_layout.featureIndex(row / m_layout.tokens, row % m_layout.tokens, d);
    }

    HeadLayout m_layout;
};

}  // namespace

template <typename Scalar>
Var concatenateHeads(Tape<Scalar>& tape, Var x) {
    const Shape& shape = tape.shape(x);
    expects(shape.rank() == 4, "[concatenate_heads] needs rank 4");
    const Shape joined{shape[0], shape[2], shape[1] * shape[3]};
    const HeadLayout layout(joined, shape[1]);
    return tape.template record<ConcatenateHeads<Scalar>>({x}, joined, layout);
}

template Var concatenateHeads(Tape<float>&, Var);
template Var concatenateHeads(Tape<double>&, Var);

}  // namespace attentarium
