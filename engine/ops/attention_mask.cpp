#include "engine/ops/attention_mask.h"

#include "engine/core/error.h"
#include "engine/ops/attention_kernels.h"

namespace attentarium {
namespace {

// y[b, h, i, j] = x[b, h, i, j] where j is among the keys that query i of text b sees, else −∞
template <typename Scalar>
class AttentionMask final : public Op<Scalar> {
  public:
    explicit AttentionMask(const KeyVisibility& visibility) : m_visibility(visibility) {}

    std::string_view name() const override { return "attention_mask"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const std::int64_t rows = pass.output.rows(), keys = pass.output.columns();
        forEachRows(pass.parallel, rows, rowsPerPiece(rows), [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t r = first; r < last; ++r) {
                kernels::hideAfter(pass.inputs[0].row(r), visibleTo(pass.output.shape, r), keys, pass.output.row(r));
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
                kernels::addScaled(pass.outputGradient.row(r), visibleTo(dx.shape, r), Scalar{1}, dx.row(r));
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
    bool isHidden(const Shape& scores, std::int64_t index) const {
        return index % scores[3] >= visibleTo(scores, index / scores[3]);
    }

    KeyVisibility m_visibility;
};

}  // namespace

template <typename Scalar>
Var attentionMask(Tape<Scalar>& tape, Var x, const KeyVisibility& visibility) {
    const Shape shape = tape.shape(x);
    expects(shape.rank() == 4, "[attention_mask] needs rank 4");
    expects(visibility.lengths.empty() || static_cast<std::int64_t>(visibility.lengths.size()) == shape[0],
            "[attention_mask] needs one length for each text");
    KeyVisibility kept = visibility;
    kept.lengths = tape.arena().template copy<std::int64_t>(visibility.lengths);
    return tape.template record<AttentionMask<Scalar>>({x}, shape, kept);
}

template Var attentionMask(Tape<float>&, Var, const KeyVisibility&);
template Var attentionMask(Tape<double>&, Var, const KeyVisibility&);

}  // namespace attentarium
