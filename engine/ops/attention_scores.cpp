#include "engine/ops/attention_scores.h"

#include "engine/core/error.h"
#include "engine/ops/head_layout.h"

namespace attentarium {
namespace {

constexpr std::size_t kQuery = 0, kKey = 1;

// scores[b, h, i, j] = Σ_d query[b, i, h, d] · key[b, j, h′, d], with h′ the key head that h uses
template <typename Scalar>
class AttentionScores final : public Op<Scalar> {
  public:
    explicit AttentionScores(const AttentionLayout& layout) : m_layout(layout) {}

    std::string_view name() const override { return "attention_scores"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        pass.parallel.forEach(m_layout.query.pieces(), [&](std::int64_t piece) {
            matrixProduct(m_layout.query.features(pass.inputs[kQuery], piece),
                          m_layout.key.features(pass.inputs[kKey], m_layout.keyPiece(piece)),
                          m_layout.query.own(pass.output, piece), Transpose::Right);
        });
    }

    // Forward was S = Q · Kᵀ, so now dQ = dS · K and dK = dSᵀ · Q, from every head that used K.
    void backward(const BackwardPass<Scalar>& pass) const override {
        pass.parallel.forEach(m_layout.key.pieces(), [&](std::int64_t keyPiece) {
            m_layout.forGroup(keyPiece, [&](std::int64_t piece) {
                const auto dscores = m_layout.query.own(pass.outputGradient, piece);
                if (const auto& dquery = pass.inputGradients[kQuery]) {
                    matrixProduct(dscores, m_layout.key.features(pass.inputs[kKey], keyPiece),
                                  m_layout.query.features(dquery, piece), Transpose::None, Store::Accumulate);
                }
                if (const auto& dkey = pass.inputGradients[kKey]) {
                    matrixProduct(dscores, m_layout.query.features(pass.inputs[kQuery], piece),
                                  m_layout.key.features(dkey, keyPiece), Transpose::Left, Store::Accumulate);
                }
            });
        });
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const std::int64_t queries = m_layout.query.tokens, keys = m_layout.key.tokens;
        const std::int64_t j = index % keys, i = index / keys % queries, piece = index / keys / queries;
        Explanation why{recorded.node, Rule::SumOfProducts};
        for (std::int64_t d = 0; d < m_layout.query.headWidth; ++d) {
            why.terms.push_back({1, recorded.input(kQuery, m_layout.query.featureIndex(piece, i, d)),
                                 recorded.input(kKey, m_layout.key.featureIndex(m_layout.keyPiece(piece), j, d))});
        }
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t slot,
                                std::int64_t index) const override {
        const std::int64_t keys = m_layout.key.tokens;
        Explanation why{recorded.node, Rule::SumOfProducts};
        if (slot == kQuery) {
            const auto [piece, i, d] = m_layout.query.featureCell(index);
            for (std::int64_t j = 0; j < keys; ++j) {
                why.terms.push_back({1, recorded.gradient(m_layout.query.ownIndex(piece, i, j, keys)),
                                     recorded.input(kKey, m_layout.key.featureIndex(m_layout.keyPiece(piece), j, d))});
            }
        } else {
            const auto [keyPiece, j, d] = m_layout.key.featureCell(index);
            m_layout.forGroup(keyPiece, [&, j = j, d = d](std::int64_t piece) {
                for (std::int64_t i = 0; i < m_layout.query.tokens; ++i) {
                    why.terms.push_back({1, recorded.gradient(m_layout.query.ownIndex(piece, i, j, keys)),
                                         recorded.input(kQuery, m_layout.query.featureIndex(piece, i, d))});
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
Var attentionScores(Tape<Scalar>& tape, Var query, Var key, std::int64_t heads, std::int64_t keyValueHeads) {
    const Shape &q = tape.shape(query), &k = tape.shape(key);
    const std::int64_t keyHeads = keyValueHeads == 0 ? heads : keyValueHeads;
    expects(heads > 0 && keyHeads > 0 && heads % keyHeads == 0,
            "[attention_scores] the key heads must divide the heads");
    expects(q.rank() == 3 && k.rank() == 3 && q[0] == k[0] && q[2] % heads == 0 && q[2] / heads * keyHeads == k[2],
            "[attention_scores] query and key do not fit");
    const AttentionLayout layout{HeadLayout(q, heads), HeadLayout(k, keyHeads)};
    return tape.template record<AttentionScores<Scalar>>({query, key}, layout.scores(), layout);
}

template Var attentionScores(Tape<float>&, Var, Var, std::int64_t, std::int64_t);
template Var attentionScores(Tape<double>&, Var, Var, std::int64_t, std::int64_t);

}  // namespace attentarium
