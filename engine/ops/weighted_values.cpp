#include "engine/ops/weighted_values.h"

#include "engine/core/error.h"
#include "engine/ops/head_layout.h"

namespace attentarium {
namespace {

constexpr std::size_t kWeights = 0, kValue = 1;

// y[b, h, i, d] = Σ_j weights[b, h, i, j] · value[b, j, h′, d], with h′ the value head that h uses
template <typename Scalar>
class WeightedValues final : public Op<Scalar> {
  public:
    explicit WeightedValues(const AttentionLayout& layout) : m_layout(layout) {}

    std::string_view name() const override { return "weighted_values"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        pass.parallel.forEach(m_layout.query.pieces(), [&](std::int64_t piece) {
            matrixProduct(m_layout.query.own(pass.inputs[kWeights], piece),
                          m_layout.key.features(pass.inputs[kValue], m_layout.keyPiece(piece)),
                          m_layout.query.own(pass.output, piece));
        });
    }

    // Forward was Y = W · V, so now dW = dY · Vᵀ and dV = Wᵀ · dY, from every head that used V.
    void backward(const BackwardPass<Scalar>& pass) const override {
        pass.parallel.forEach(m_layout.key.pieces(), [&](std::int64_t keyPiece) {
            m_layout.forGroup(keyPiece, [&](std::int64_t piece) {
                const auto dy = m_layout.query.own(pass.outputGradient, piece);
                if (const auto& dweights = pass.inputGradients[kWeights]) {
                    matrixProduct(dy, m_layout.key.features(pass.inputs[kValue], keyPiece),
                                  m_layout.query.own(dweights, piece), Transpose::Right, Store::Accumulate);
                }
                if (const auto& dvalue = pass.inputGradients[kValue]) {
                    matrixProduct(m_layout.query.own(pass.inputs[kWeights], piece), dy,
                                  m_layout.key.features(dvalue, keyPiece), Transpose::Left, Store::Accumulate);
                }
            });
        });
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const std::int64_t headWidth = m_layout.query.headWidth, queries = m_layout.query.tokens;
        const std::int64_t d = index % headWidth, i = index / headWidth % queries, piece = index / headWidth / queries;
        Explanation why{recorded.node, Rule::SumOfProducts};
        for (std::int64_t j = 0; j < m_layout.key.tokens; ++j) {
            why.terms.push_back({1, recorded.input(kWeights, m_layout.query.ownIndex(piece, i, j, m_layout.key.tokens)),
                                 recorded.input(kValue, m_layout.key.featureIndex(m_layout.keyPiece(piece), j, d))});
        }
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t slot,
                                std::int64_t index) const override {
        Explanation why{recorded.node, Rule::SumOfProducts};
        const std::int64_t queries = m_layout.query.tokens, keys = m_layout.key.tokens;
        const std::int64_t headWidth = m_layout.query.headWidth;
        if (slot == kWeights) {
            const std::int64_t j = index % keys, i = index / keys % queries, piece = index / keys / queries;
            for (std::int64_t d = 0; d < headWidth; ++d) {
                why.terms.push_back(
                    {1, recorded.gradient(m_layout.query.ownIndex(piece, i, d, headWidth)),
                     recorded.input(kValue, m_layout.key.featureIndex(m_layout.keyPiece(piece), j, d))});
            }
        } else {
            const auto [keyPiece, j, d] = m_layout.key.featureCell(index);
            m_layout.forGroup(keyPiece, [&, j = j, d = d](std::int64_t piece) {
                for (std::int64_t i = 0; i < queries; ++i) {
                    why.terms.push_back({1, recorded.input(kWeights, m_layout.query.ownIndex(piece, i, j, keys)),
                                         recorded.gradient(m_layout.query.ownIndex(piece, i, d, headWidth))});
                }
            });
        }
        computeTotal(why);
        return why;
    }

  private:
    AttentionLayout m_layout;
};

}  // namespace

template <typename Scalar>
Var weightedValues(Tape<Scalar>& tape, Var weights, Var value, std::int64_t keyValueHeads) {
    const Shape &w = tape.shape(weights), &v = tape.shape(value);
    expects(w.rank() == 4 && v.rank() == 3 && w[0] == v[0] && w[3] == v[1],
            "[weighted_values] weights and value do not fit");
    const std::int64_t heads = w[1], keyHeads = keyValueHeads == 0 ? heads : keyValueHeads;
    expects(keyHeads > 0 && heads % keyHeads == 0 && v[2] % keyHeads == 0,
            "[weighted_values] the value heads must divide the heads");
    const std::int64_t headWidth = v[2] / keyHeads;
    const AttentionLayout layout{HeadLayout({w[0], w[2], heads * headWidth}, heads), HeadLayout(v, keyHeads)};
    return tape.template record<WeightedValues<Scalar>>({weights, value}, Shape{w[0], heads, w[2], headWidth}, layout);
}

template Var weightedValues(Tape<float>&, Var, Var, std::int64_t);
template Var weightedValues(Tape<double>&, Var, Var, std::int64_t);

}  // namespace attentarium
