#include "engine/ops/attention_scores.h"

#include "engine/core/error.h"
#include "engine/ops/head_layout.h"

namespace attentarium {
namespace {

constexpr std::size_t kQuery = 0, kKey = 1;

// scores[b, h, i, j] = Σ_d query[b, i, h, d] · key[b, j, h, d]
template <typename Scalar>
class AttentionScores final : public Op<Scalar> {
  public:
    explicit AttentionScores(const HeadLayout& layout) : m_layout(layout) {}

    std::string_view name() const override { return "attention_scores"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        pass.parallel.forEach(m_layout.pieces(), [&](std::int64_t piece) {
            matrixProduct(m_layout.features(pass.inputs[kQuery], piece), m_layout.features(pass.inputs[kKey], piece),
                          m_layout.own(pass.output, piece), Transpose::Right);
        });
    }

    // Forward was S = Q · Kᵀ, so now dQ = dS · K and dK = dSᵀ · Q.
    void backward(const BackwardPass<Scalar>& pass) const override {
        pass.parallel.forEach(m_layout.pieces(), [&](std::int64_t piece) {
            const auto dscores = m_layout.own(pass.outputGradient, piece);
            if (const auto& dquery = pass.inputGradients[kQuery]) {
                matrixProduct(dscores, m_layout.features(pass.inputs[kKey], piece), m_layout.features(dquery, piece),
                              Transpose::None, Store::Accumulate);
            }
            if (const auto& dkey = pass.inputGradients[kKey]) {
                matrixProduct(dscores, m_layout.features(pass.inputs[kQuery], piece), m_layout.features(dkey, piece),
                              Transpose::Left, Store::Accumulate);
            }
        });
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const std::int64_t tokens = m_layout.tokens;
        const std::int64_t j = index % tokens, i = index / tokens % tokens, piece = index / tokens / tokens;
        Explanation why{recorded.node, Rule::SumOfProducts};
        for (std::int64_t d = 0; d < m_layout.headWidth; ++d) {
            why.terms.push_back({1, recorded.input(kQuery, m_layout.featureIndex(piece, i, d)),
                                 recorded.input(kKey, m_layout.featureIndex(piece, j, d))});
        }
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t slot,
                                std::int64_t index) const override {
        const auto [piece, token, d] = m_layout.featureCell(index);
        Explanation why{recorded.node, Rule::SumOfProducts};
        for (std::int64_t other = 0; other < m_layout.tokens; ++other) {
            const std::int64_t score = slot == kQuery ? m_layout.ownIndex(piece, token, other, m_layout.tokens)
                                                      : m_layout.ownIndex(piece, other, token, m_layout.tokens);
            why.terms.push_back(
                {1, recorded.gradient(score),
                 recorded.input(slot == kQuery ? kKey : kQuery, m_layout.featureIndex(piece, other, d))});
        }
        computeTotal(why);
        return why;
    }

  private:
    HeadLayout m_layout;
};

}  // namespace

template <typename Scalar>
Var attentionScores(Tape<Scalar>& tape, Var query, Var key, std::int64_t heads) {
    const Shape& shape = tape.shape(query);
    expects(shape.rank() == 3 && shape == tape.shape(key), "[attention_scores] query and key do not fit");
    expects(heads > 0 && shape[2] % heads == 0, "[attention_scores] the heads must divide the width");
    const HeadLayout layout(shape, heads);
    return tape.template record<AttentionScores<Scalar>>(
        {query, key}, Shape{layout.batch, heads, layout.tokens, layout.tokens}, layout);
}

template Var attentionScores(Tape<float>&, Var, Var, std::int64_t);
template Var attentionScores(Tape<double>&, Var, Var, std::int64_t);

}  // namespace attentarium
