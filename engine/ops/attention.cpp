#include "engine/ops/attention.h"

#include <algorithm>
#include <cmath>

#include "engine/core/error.h"
#include "engine/ops/alibi.h"
#include "engine/ops/attention_kernels.h"
#include "engine/ops/attention_mask.h"
#include "engine/ops/attention_scores.h"
#include "engine/ops/concatenate_heads.h"
#include "engine/ops/head_layout.h"
#include "engine/ops/scale.h"
#include "engine/ops/softmax.h"
#include "engine/ops/weighted_values.h"

namespace attentarium {
namespace {

constexpr std::size_t kQuery = 0, kKey = 1, kValue = 2;

double scaleOf(const AttentionLayout& layout) {
    return 1 / std::sqrt(static_cast<double>(layout.query.headWidth));
}

template <typename Scalar>
MatrixView<Scalar> someRows(MatrixView<Scalar> matrix, std::int64_t first, std::int64_t count) {
    return {matrix.data + first * matrix.stride, count, matrix.columns, matrix.stride};
}

// y = softmax(mask(Q · Kᵀ / √d − bias)) · V for each head, on the kernels that the single ops use.
template <typename Scalar>
class Attention final : public Op<Scalar> {
  public:
    /// `weights` [batch, head, query token, key token] lives as long as the op: the backward pass needs it.
    Attention(const AttentionLayout& layout, const KeyVisibility& visibility, bool alibi, std::span<Scalar> weights)
        : m_layout(layout), m_visibility(visibility), m_alibi(alibi), m_weights{weights.data(), layout.scores()} {}

    std::string_view name() const override { return "attention"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        pass.parallel.forEach(m_layout.query.pieces(), [&](std::int64_t piece) {
            const std::int64_t keyPiece = m_layout.keyPiece(piece);
            forEachBlock(piece, [&](std::int64_t first, std::int64_t count, std::int64_t seen) {
                const auto weights = weightsOf<Scalar>(piece, first, count, seen);
                if (seen > 0) {
                    matrixProduct(someRows(m_layout.query.features(pass.inputs[kQuery], piece), first, count),
                                  someRows(m_layout.key.features(pass.inputs[kKey], keyPiece), 0, seen), weights,
                                  Transpose::Right);
                }
                for (std::int64_t i = 0; i < count; ++i) {
                    weigh(weights.data + i * weights.stride, piece, first + i, seen);
                }
                const auto y = someRows(m_layout.query.features(pass.output, piece), first, count);
                if (seen == 0) {
                    for (std::int64_t i = 0; i < y.rows; ++i) std::fill_n(y.data + i * y.stride, y.columns, Scalar{0});
                    return;
                }
                matrixProduct<Scalar>(weightsOf<const Scalar>(piece, first, count, seen),
                                      someRows(m_layout.key.features(pass.inputs[kValue], keyPiece), 0, seen), y);
            });
        });
    }

    // Forward was W = softmax(mask(Q · Kᵀ / √d − bias)), Y = W · V, so now dV = Wᵀ · dY, dW = dY · Vᵀ, back through
    // the softmax, the mask and the scale to dS, and then dQ = dS · K, dK = dSᵀ · Q.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const std::int64_t most = blockSize() * m_layout.key.tokens;
        Scalar* scratch =
            pass.scratch.template allocate<Scalar>(static_cast<std::size_t>(most * m_layout.query.pieces())).data();
        // Heads that share a key add to the same gradient, so one piece has them all.
        pass.parallel.forEach(m_layout.key.pieces(), [&](std::int64_t keyPiece) {
            m_layout.forGroup(keyPiece, [&](std::int64_t piece) {
                forEachBlock(piece, [&](std::int64_t first, std::int64_t count, std::int64_t seen) {
                    if (seen > 0) backwardOf(pass, piece, first, count, seen, scratch + piece * most);
                });
            });
        });
    }

    Explanation explainValue(const RecordedOp<Scalar>&, std::int64_t) const override {
        throw LogicError("[attention] a tape for looking records its steps one by one");
    }
    Explanation explainGradient(const RecordedOp<Scalar>&, std::size_t, std::int64_t) const override {
        throw LogicError("[attention] a tape for looking records its steps one by one");
    }

  private:
    Scalar factor() const { return static_cast<Scalar>(scaleOf(m_layout)); }
    /// Queries whose scores are made together. A causal block sees no key after its last query: of a long text, nearly
    /// half of the products need not be made.
    std::int64_t blockSize() const {
        constexpr std::int64_t kCausalBlock = 64;
        return m_visibility.causal ? std::min(kCausalBlock, m_layout.query.tokens) : m_layout.query.tokens;
    }
    /// Calls `work(first, count, seen)` for the blocks of a piece, with the keys that some query of the block sees;
    /// nothing is computed for the others.
    template <typename Work>
    void forEachBlock(std::int64_t piece, const Work& work) const {
        const std::int64_t queries = m_layout.query.tokens;
        for (std::int64_t first = 0; first < queries; first += blockSize()) {
            const std::int64_t count = std::min(blockSize(), queries - first);
            work(first, count, m_visibility.visible(m_layout.textOf(piece), first + count - 1, m_layout.key.tokens));
        }
    }
    template <typename Cell>
    MatrixView<Cell> weightsOf(std::int64_t piece, std::int64_t first, std::int64_t count, std::int64_t seen) const {
        const std::int64_t queries = m_layout.query.tokens, keys = m_layout.key.tokens;
        return {m_weights.data + (piece * queries + first) * keys, count, seen, keys};
    }

    /// From the scores of query `i` to its weights, in place.
    void weigh(Scalar* row, std::int64_t piece, std::int64_t i, std::int64_t seen) const {
        const std::int64_t heads = m_layout.query.heads, keys = m_layout.key.tokens;
        kernels::scale(row, seen, factor(), row);
        if (m_alibi) {
            const auto slope = static_cast<Scalar>(alibiSlope(piece % heads, heads));
            kernels::lessByDistance(row, seen, m_visibility.offset + i, slope, row);
        }
        kernels::visibleSoftmaxRow(row, m_visibility.visible(m_layout.textOf(piece), i, keys), seen);
    }

    void backwardOf(const BackwardPass<Scalar>& pass, std::int64_t piece, std::int64_t first, std::int64_t count,
                    std::int64_t seen, Scalar* scratch) const {
        const std::int64_t keyPiece = m_layout.keyPiece(piece), keys = m_layout.key.tokens;
        const auto keyRows = [&](const auto& tensor) {
            return someRows(m_layout.key.features(tensor, keyPiece), 0, seen);
        };
        const auto queryRows = [&](const auto& tensor) {
            return someRows(m_layout.query.features(tensor, piece), first, count);
        };
        const auto weights = weightsOf<const Scalar>(piece, first, count, seen);
        const auto dy = queryRows(pass.outputGradient);
        const MatrixView<Scalar> dscores{scratch, count, seen, keys};
        matrixProduct(dy, keyRows(pass.inputs[kValue]), dscores, Transpose::Right);
        if (const auto& dvalue = pass.inputGradients[kValue]) {
            matrixProduct(weights, dy, keyRows(dvalue), Transpose::Left, Store::Accumulate);
        }
        for (std::int64_t i = 0; i < count; ++i) {
            Scalar* row = scratch + i * keys;
            const std::int64_t visible = m_visibility.visible(m_layout.textOf(piece), first + i, keys);
            kernels::visibleSoftmaxRowBackward(weights.data + i * keys, row, visible, seen, factor(), row);
        }
        const MatrixView<const Scalar> ds{scratch, count, seen, keys};
        if (const auto& dquery = pass.inputGradients[kQuery]) {
            matrixProduct(ds, keyRows(pass.inputs[kKey]), queryRows(dquery), Transpose::None, Store::Accumulate);
        }
        if (const auto& dkey = pass.inputGradients[kKey]) {
            matrixProduct(ds, queryRows(pass.inputs[kQuery]), keyRows(dkey), Transpose::Left, Store::Accumulate);
        }
    }

    AttentionLayout m_layout;
    KeyVisibility m_visibility;
    bool m_alibi;
    TensorView<Scalar> m_weights;
};

template <typename Scalar>
Var stepByStep(Tape<Scalar>& tape, Var query, Var key, Var value, const AttentionLayout& layout,
               const AttentionSettings& settings) {
    const std::int64_t heads = layout.query.heads, keyHeads = layout.key.heads;
    const KeyVisibility& visibility = settings.visibility;
    Var scores = tape.named(attentionScores(tape, query, key, heads, keyHeads), Site::Scores);
    scores = tape.named(scale(tape, scores, tape.scaleHere(scaleOf(layout))), Site::ScaledScores);
    if (settings.alibi) scores = tape.named(alibi(tape, scores, visibility.offset), Site::BiasedScores);
    const auto pairs = tape.pairsHere(layout.query.tokens, layout.key.tokens);
    const bool seesAll = visibility.seesAll(layout.query.tokens, layout.key.tokens) && pairs.empty();
    if (!seesAll || visibility.causal) {
        scores = tape.named(attentionMask(tape, scores, visibility, pairs), Site::MaskedScores);
    }
    const Var weights = tape.named(softmax(tape, scores), Site::Weights);
    const Var weighted = tape.named(weightedValues(tape, weights, value, keyHeads), Site::WeightedValues);
    return concatenateHeads(tape, weighted);
}

}  // namespace

template <typename Scalar>
Var attention(Tape<Scalar>& tape, Var query, Var key, Var value, const AttentionSettings& settings) {
    const Shape q = tape.shape(query), k = tape.shape(key);
    const std::int64_t heads = settings.heads, keyHeads = settings.keyValueHeads == 0 ? heads : settings.keyValueHeads;
    expects(heads > 0 && keyHeads > 0 && heads % keyHeads == 0,
            "[attention] the key and value heads must divide the heads");
    expects(q.rank() == 3 && k.rank() == 3 && k == tape.shape(value) && q[0] == k[0],
            "[attention] query, key and value do not fit");
    expects(q[2] % heads == 0 && k[2] == q[2] / heads * keyHeads, "[attention] the heads must divide the width");
    expects(
        settings.visibility.lengths.empty() || static_cast<std::int64_t>(settings.visibility.lengths.size()) == q[0],
        "[attention] needs one length for each text");
    const AttentionLayout layout{HeadLayout(q, heads), HeadLayout(k, keyHeads)};
    if (tape.purpose() == Purpose::Looking) return stepByStep(tape, query, key, value, layout, settings);
    KeyVisibility visibility = settings.visibility;
    visibility.lengths = tape.arena().template copy<std::int64_t>(visibility.lengths);
    const auto weights = tape.arena().template allocate<Scalar>(static_cast<std::size_t>(layout.scores().count()));
    return tape.template record<Attention<Scalar>>({query, key, value}, q, layout, visibility, settings.alibi, weights);
}

template Var attention(Tape<float>&, Var, Var, Var, const AttentionSettings&);
template Var attention(Tape<double>&, Var, Var, Var, const AttentionSettings&);

}  // namespace attentarium
