#include "engine/ops/attention_mask.h"

#include <limits>

#include "engine/core/error.h"
#include "engine/ops/attention_kernels.h"

namespace attentarium {
namespace {

// y[b, h, i, j] = x[b, h, i, j] where j is among the keys that query i of text b sees, else −∞
template <typename Scalar>
class AttentionMask final : public Op<Scalar> {
  public:
    AttentionMask(const KeyVisibility& visibility, std::span<const PairVisibility> pairs)
        : m_visibility(visibility), m_pairs(pairs) {}

    std::string_view name() const override { return "attention_mask"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const std::int64_t rows = pass.output.rows(), keys = pass.output.columns();
        forEachRows(pass.parallel, rows, rowsPerPiece(rows), [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t r = first; r < last; ++r) {
                const Scalar* x = pass.inputs[0].row(r);
                Scalar* y = pass.output.row(r);
                kernels::hideAfter(x, visibleTo(pass.output.shape, r), keys, y);
                forPairsOf(pass.output.shape, r, [&](const PairVisibility& pair) {
                    y[pair.key] = pair.visible ? x[pair.key] : -std::numeric_limits<Scalar>::infinity();
                });
            }
        });
    }

    // Forward let the visible keys through, so now the gradient passes there and nowhere else.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        const std::int64_t rows = dx.rows();
        forEachRows(pass.parallel, rows, rowsPerPiece(rows), [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t r = first; r < last; ++r) {
                const Scalar* dy = pass.outputGradient.row(r);
                const std::int64_t visible = visibleTo(dx.shape, r);
                if (m_pairs.empty()) {
                    kernels::addScaled(dy, visible, Scalar{1}, dx.row(r));
                    continue;
                }
                for (std::int64_t key = 0; key < dx.columns(); ++key) {
                    if (!isHidden(dx.shape, r * dx.columns() + key)) dx.row(r)[key] += dy[key];
                }
            }
        });
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        Explanation why{recorded.node, isHidden(recorded.output.shape, index) ? Rule::Masked : Rule::PassThrough};
        why.terms.push_back({1, recorded.input(0, index), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::PassThrough};
        why.terms.push_back({isHidden(recorded.output.shape, index) ? 0.0 : 1.0, recorded.gradient(index), {}});
        computeTotal(why);
        return why;
    }

  private:
    std::int64_t visibleTo(const Shape& scores, std::int64_t row) const {
        const std::int64_t heads = scores[1], queries = scores[2], keys = scores[3];
        return m_visibility.visible(row / queries / heads, row % queries, keys);
    }
    template <typename Use>
    void forPairsOf(const Shape& scores, std::int64_t row, const Use& use) const {
        for (const PairVisibility& pair : m_pairs) {
            if (pair.query == row % scores[2]) use(pair);
        }
    }
    bool isHidden(const Shape& scores, std::int64_t index) const {
        const std::int64_t row = index / scores[3], key = index % scores[3];
        bool hidden = key >= visibleTo(scores, row);
        forPairsOf(scores, row, [&](const PairVisibility& pair) {
            if (pair.key == key) hidden = !pair.visible;
        });
        return hidden;
    }

    KeyVisibility m_visibility;
    std::span<const PairVisibility> m_pairs;  ///< the last word on a pair is the last one here
};

}  // namespace

template <typename Scalar>
Var attentionMask(Tape<Scalar>& tape, Var x, const KeyVisibility& visibility, std::span<const PairVisibility> pairs) {
    const Shape shape = tape.shape(x);
    expects(shape.rank() == 4, "[attention_mask] needs rank 4");
    expects(visibility.lengths.empty() || static_cast<std::int64_t>(visibility.lengths.size()) == shape[0],
            "[attention_mask] needs one length for each text");
    KeyVisibility kept = visibility;
    kept.lengths = tape.arena().template copy<std::int64_t>(visibility.lengths);
    return tape.template record<AttentionMask<Scalar>>({x}, shape, kept,
                                                       tape.arena().template copy<PairVisibility>(pairs));
}

template Var attentionMask(Tape<float>&, Var, const KeyVisibility&, std::span<const PairVisibility>);
template Var attentionMask(Tape<double>&, Var, const KeyVisibility&, std::span<const PairVisibility>);

}  // namespace attentarium
