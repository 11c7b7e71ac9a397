#include "engine/ops/attention.h"

#include <algorithm>
#include <cmath>

#include "engine/core/error.h"
#include "engine/ops/attention_kernels.h"
#include "engine/ops/attention_scores.h"
#include "engine/ops/causal_mask.h"
#include "engine/ops/concatenate_heads.h"
#include "engine/ops/head_layout.h"
#include "engine/ops/scale.h"
#include "engine/ops/softmax.h"
#include "engine/ops/weighted_values.h"

namespace attentarium {
namespace {

constexpr std::size_t kQuery = 0, kKey = 1, kValue = 2;

// y = softmax(mask(Q · Kᵀ / √d)) · V for each head, on the kernels that the single ops use.
template <typename Scalar>
class CausalAttention final : public Op<Scalar> {
  public:
    /// `weights` [batch, head, token, token] lives as long as the op: the backward pass needs it.
    CausalAttention(const HeadLayout& layout, std::span<Scalar> weights)
        : m_layout(layout), m_weights{weights.data(), {layout.batch, layout.heads, layout.tokens, layout.tokens}} {}

    std::string_view name() const override { return "attention"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        pass.parallel.forEach(m_layout.pieces(), [&](std::int64_t piece) {
            const auto weights = m_layout.own(m_weights, piece);
            const std::int64_t tokens = m_layout.tokens;
            matrixProduct(m_layout.features(pass.inputs[kQuery], piece), m_layout.features(pass.inputs[kKey], piece),
                          weights, Transpose::Right);
            kernels::scale(weights.data, tokens * tokens, factor(), weights.data);
            kernels::hideLater(weights.data, tokens, weights.data);
            for (std::int64_t i = 0; i < tokens; ++i) {
                kernels::softmaxRow(weights.data + i * tokens, tokens, weights.data + i * tokens);
            }
            matrixProduct<Scalar>({weights.data, tokens, tokens, tokens}, m_layout.features(pass.inputs[kValue], piece),
                                  m_layout.features(pass.output, piece));
        });
    }

    // Forward was W = softmax(mask(Q · Kᵀ / √d)), Y = W · V, so now dV = Wᵀ · dY, dW = dY · Vᵀ, back through the
    // softmax, the mask and the scale to dS, and then dQ = dS · K, dK = dSᵀ · Q.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const std::int64_t tokens = m_layout.tokens, square = tokens * tokens;
        Scalar* scratch =
            pass.scratch.template allocate<Scalar>(static_cast<std::size_t>(3 * square * m_layout.pieces())).data();
        pass.parallel.forEach(m_layout.pieces(), [&](std::int64_t piece) {
            Scalar* dweights = scratch + 3 * square * piece;
            Scalar* dmasked = dweights + square;
            Scalar* dscores = dmasked + square;
            std::fill(dweights, dscores + square, Scalar{0});
            const MatrixView<const Scalar> weights{m_weights.data + piece * square, tokens, tokens, tokens};
            const auto dy = m_layout.features(pass.outputGradient, piece);
            matrixProduct<Scalar>(dy, m_layout.features(pass.inputs[kValue], piece), {dweights, tokens, tokens, tokens},
                                  Transpose::Right, Store::Accumulate);
            if (const auto& dvalue = pass.inputGradients[kValue]) {
                matrixProduct(weights, dy, m_layout.features(dvalue, piece), Transpose::Left, Store::Accumulate);
            }
            for (std::int64_t i = 0; i < tokens; ++i) {
                kernels::softmaxRowBackward(weights.data + i * tokens, dweights + i * tokens, tokens,
                                            dmasked + i * tokens);
            }
            // The weights of hidden tokens are zero and so are their gradients: the mask lets the rest through.
            kernels::addScaled(dmasked, square, factor(), dscores);
            const MatrixView<const Scalar> ds{dscores, tokens, tokens, tokens};
            if (const auto& dquery = pass.inputGradients[kQuery]) {
                matrixProduct(ds, m_layout.features(pass.inputs[kKey], piece), m_layout.features(dquery, piece),
                              Transpose::None, Store::Accumulate);
            }
            if (const auto& dkey = pass.inputGradients[kKey]) {
                matrixProduct(ds, m_layout.features(pass.inputs[kQuery], piece), m_layout.features(dkey, piece),
                              Transpose::Left, Store::Accumulate);
            }
        });
    }

    Explanation explainValue(const RecordedOp<Scalar>&, std::int64_t) const override {
        throw LogicError("[attention] a tape for looking records its steps one by one");
    }
    Explanation explainGradient(const RecordedOp<Scalar>&, std::size_t, std::int64_t) const override {
        throw LogicError("[attention] a tape for looking records its steps one by one");
    }

  private:
    Scalar factor() const { return static_cast<Scalar>(1 / std::sqrt(static_cast<double>(m_layout.headWidth))); }

    HeadLayout m_layout;
    TensorView<Scalar> m_weights;
};

template <typename Scalar>
Var stepByStep(Tape<Scalar>& tape, Var query, Var key, Var value, const HeadLayout& layout) {
    const Var scores = tape.named(attentionScores(tape, query, key, layout.heads), Site::Scores);
    const double factor = 1 / std::sqrt(static_cast<double>(layout.headWidth));
    const Var scaled = tape.named(scale(tape, scores, factor), Site::ScaledScores);
    const Var masked = tape.named(causalMask(tape, scaled), Site::MaskedScores);
    const Var weights = tape.named(softmax(tape, masked), Site::Weights);
    const Var weighted = tape.named(weightedValues(tape, weights, value), Site::WeightedValues);
    return concatenateHeads(tape, weighted);
}

}  // namespace

template <typename Scalar>
Var causalAttention(Tape<Scalar>& tape, Var query, Var key, Var value, std::int64_t heads) {
    const Shape shape = tape.shape(query);
    expects(shape.rank() == 3 && shape == tape.shape(key) && shape == tape.shape(value),
            "[attention] query, key and value do not fit");
    expects(heads > 0 && shape[2] % heads == 0, "[attention] the heads must divide the width");
    const HeadLayout layout(shape, heads);
    if (tape.purpose() == Purpose::Looking) return stepByStep(tape, query, key, value, layout);
    const auto weights = tape.arena().template allocate<Scalar>(
        static_cast<std::size_t>(layout.pieces() * layout.tokens * layout.tokens));
    return tape.template record<CausalAttention<Scalar>>({query, key, value}, shape, layout, weights);
}

template Var causalAttention(Tape<float>&, Var, Var, Var, std::int64_t);
template Var causalAttention(Tape<double>&, Var, Var, Var, std::int64_t);

}  // namespace attentarium
