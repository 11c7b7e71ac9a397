#include "engine/ops/blend.h"

#include "engine/core/error.h"
#include "engine/ops/recurrent_kernels.h"

namespace attentarium {
namespace {

constexpr std::size_t kShare = 0, kFresh = 1, kOld = 2;

// y = (1 − share) ⊙ fresh + share ⊙ old
template <typename Scalar>
class Blend final : public Op<Scalar> {
  public:
    std::string_view name() const override { return "blend"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        for (std::int64_t r = 0; r < pass.output.rows(); ++r) {
            kernels::blendRow(pass.inputs[kShare].row(r), pass.inputs[kFresh].row(r), pass.inputs[kOld].row(r),
                              pass.output.columns(), pass.output.row(r));
        }
    }

    // Forward was (1 − share) ⊙ fresh + share ⊙ old, so now dshare = dy ⊙ (old − fresh), dfresh = dy ⊙ (1 − share) and
    // dold = dy ⊙ share.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const Scalar* share = pass.inputs[kShare].data;
        const Scalar* fresh = pass.inputs[kFresh].data;
        const Scalar* old = pass.inputs[kOld].data;
        const auto &dshare = pass.inputGradients[kShare], &dfresh = pass.inputGradients[kFresh],
                   &dold = pass.inputGradients[kOld];
        for (std::int64_t i = 0; i < pass.output.count(); ++i) {
            const Scalar dy = pass.outputGradient.data[i];
            if (dshare) dshare.data[i] += dy * (old[i] - fresh[i]);
            if (dfresh) dfresh.data[i] += dy * (1 - share[i]);
            if (dold) dold.data[i] += dy * share[i];
        }
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::SumOfProducts};
        const Factor share = recorded.input(kShare, index), fresh = recorded.input(kFresh, index);
        why.terms.push_back({1, fresh, {}});
        why.terms.push_back({-1, share, fresh});
        why.terms.push_back({1, share, recorded.input(kOld, index)});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t slot,
                                std::int64_t index) const override {
        Explanation why{recorded.node, Rule::SumOfProducts};
        const Factor dy = recorded.gradient(index);
        switch (slot) {
            case kShare:
                why.terms.push_back({1, dy, recorded.input(kOld, index)});
                why.terms.push_back({-1, dy, recorded.input(kFresh, index)});
                break;
            case kFresh:
                why.terms.push_back({1, dy, {}});
                why.terms.push_back({-1, dy, recorded.input(kShare, index)});
                break;
            default:
                why.terms.push_back({1, dy, recorded.input(kShare, index)});
        }
        computeTotal(why);
        return why;
    }
};

}  // namespace

template <typename Scalar>
Var blend(Tape<Scalar>& tape, Var share, Var fresh, Var old) {
    const Shape shape = tape.shape(share);
    expects(shape == tape.shape(fresh) && shape == tape.shape(old), "[blend] the shapes do not fit");
    return tape.template record<Blend<Scalar>>({share, fresh, old}, shape);
}

template Var blend(Tape<float>&, Var, Var, Var);
template Var blend(Tape<double>&, Var, Var, Var);

}  // namespace attentarium
