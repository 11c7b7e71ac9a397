#include "engine/ops/weighted_values.h"

#include "engine/core/error.h"
#include "engine/ops/head_layout.h"

namespace attentarium {
namespace {

constexpr std::size_t kWeights = 0, kValue = 1;

// y[b, h, i, d] = Σ_j weights[b, h, i, j] · value[b, j, h, d]
template <typename Scalar>
class WeightedValues final : public Op<Scalar> {
  public:
    explicit WeightedValues(const HeadLayout& layout) : m_layout(layout) {}

    std::string_view name() const override { return "weighted_values"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        pass.parallel.forEach(m_layout.pieces(), [&](std::int64_t piece) {
            matrixProduct(m_layout.own(pass.inputs[kWeights], piece), m_layout.features(pass.inputs[kValue], piece),
                          m_layout.own(pass.output, piece));
        });
    }

    // Forward was Y = W · V, so now dW = dY · Vᵀ and dV = Wᵀ · dY.
    void backward(const BackwardPass<Scalar>& pass) const override {
        pass.parallel.forEach(m_layout.pieces(), [&](std::int64_t piece) {
            const auto dy = m_layout.own(pass.outputGradient, piece);
            if (const auto& dweights = pass.inputGradients[kWeights]) {
                matrixProduct(dy, m_layout.features(pass.inputs[kValue], piece), m_layout.own(dweights, piece),
                              Transpose::Right, Store::Accumulate);
            }
            if (const auto& dvalue = pass.inputGradients[kValue]) {
                matrixProduct(m_layout.own(pass.inputs[kWeights], piece), dy, m_layout.features(dvalue, piece),
                              Transpose::Left, Store::Accumulate);
            }
        });
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const std::int64_t d = index % m_layout.headWidth, i = index / m_layout.headWidth % m_layout.tokens;
        const std::int64_t piece = index / m_layout.headWidth / m_layout.tokens;
        Explanation why{recorded.node, Rule::SumOfProducts};
        for (std::int64_t j = 0; j < m_layout.tokens; ++j) {
            why.terms.push_back({1, recorded.input(kWeights, m_layout.ownIndex(piece, i, j, m_layout.tokens)),
                                 recorded.input(kValue, m_layout.featureIndex(piece, j, d))});
        }
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t slot,
                                std::int64_t index) const override {
        Explanation why{recorded.node, Rule::SumOfProducts};
        const std::int64_t tokens = m_layout.tokens, headWidth = m_layout.headWidth;
        if (slot == kWeights) {
            const std::int64_t j = index % tokens, i = index / tokens % tokens, piece = index / tokens / tokens;
            for (std::int64_t d = 0; d < headWidth; ++d) {
                why.terms.push_back({1, recorded.gradient(m_layout.ownIndex(piece, i, d, headWidth)),
                                     recorded.input(kValue, m_layout.featureIndex(piece, j, d))});
            }
        } else {
            const auto [piece, j, d] = m_layout.featureCell(index);
            for (std::int64_t i = 0; i < tokens; ++i) {
                why.terms.push_back({1, recorded.input(kWeights, m_layout.ownIndex(piece, i, j, tokens)),
                                     recorded.gradient(m_layout.ownIndex(piece, i, d, headWidth))});
            }
        }
        computeTotal(why);
        return why;
    }

  private:
    HeadLayout m_layout;
};

}  // namespace

template <typename Scalar>
Var weightedValues(Tape<Scalar>& tape, Var weights, Var value) {
    const Shape& w = tape.shape(weights);
    const Shape& v = tape.shape(value);
    expects(w.rank() == 4 && v.rank() == 3 && w[0] == v[0] && w[3] == v[1] && w[2] == v[1] && v[2] % w[1] == 0,
            "[weighted_values] weights and value do not fit");
    const HeadLayout layout(v, w[1]);
    return tape.template record<WeightedValues<Scalar>>(
        {weights, value}, Shape{layout.batch, layout.heads, layout.tokens, layout.headWidth}, layout);
}

template Var weightedValues(Tape<float>&, Var, Var);
template Var weightedValues(Tape<double>&, Var, Var);

}  // namespace attentarium
