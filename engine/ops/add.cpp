#include "engine/ops/add.h"

#include <algorithm>

#include "engine/core/error.h"

namespace attentarium {
namespace {

constexpr std::int64_t kCellsPerPiece = 1 << 14;

template <typename Scalar>
void receive(const Scalar* from, std::int64_t first, std::int64_t last, Store store, Scalar* to) {
    if (store == Store::Replace) {
        std::copy(from + first, from + last, to + first);
    } else {
        for (std::int64_t i = first; i < last; ++i) to[i] += from[i];
    }
}

// y[i] = left[i] + right[i mod size of right]
template <typename Scalar>
class Add final : public Op<Scalar> {
  public:
    std::string_view name() const override { return "add"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const std::int64_t repeat = pass.inputs[1].count();
        const Scalar* right = pass.inputs[1].data;
        // Each piece takes some of the cells of `right` and what they are added to.
        forEachRows(pass.parallel, repeat, kCellsPerPiece, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t start = 0; start < pass.output.count(); start += repeat) {
                const Scalar* left = pass.inputs[0].data + start;
                Scalar* y = pass.output.data + start;
                for (std::int64_t i = first; i < last; ++i) y[i] = left[i] + right[i];
            }
        });
    }

    // Forward was a sum, so now dy goes unchanged to both; `right` collects it from every repetition.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dy = pass.outputGradient;
        const auto& dleft = pass.inputGradients[0];
        const auto& dright = pass.inputGradients[1];
        const std::int64_t repeat = pass.inputs[1].count();
        forEachRows(pass.parallel, repeat, kCellsPerPiece, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t start = 0; start < dy.count(); start += repeat) {
                const Scalar* from = dy.data + start;
                if (dleft) receive(from, first, last, pass.storeOf(0), dleft.data + start);
                if (dright) receive(from, first, last, start == 0 ? pass.storeOf(1) : Store::Accumulate, dright.data);
            }
        });
    }

    bool overwrites(std::size_t) const override { return true; }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::SumOfProducts};
        why.terms.push_back({1, recorded.input(0, index), {}});
        why.terms.push_back({1, recorded.input(1, index % recorded.inputs[1].count()), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t slot,
                                std::int64_t index) const override {
        Explanation why{recorded.node, Rule::PassThrough};
        for (std::int64_t i = index; i < recorded.output.count(); i += recorded.inputs[slot].count()) {
            why.terms.push_back({1, recorded.gradient(i), {}});
        }
        if (why.terms.size() > 1) why.rule = Rule::SumOfProducts;
        computeTotal(why);
        return why;
    }
};

}  // namespace

template <typename Scalar>
Var add(Tape<Scalar>& tape, Var left, Var right) {
    const Shape l = tape.shape(left);
    const Shape& r = tape.shape(right);
    expects(r.rank() <= l.rank(), "[add] right has more axes than left");
    for (int axis = 1; axis <= r.rank(); ++axis) expects(l[-axis] == r[-axis], "[add] the shapes do not fit");
    return tape.template record<Add<Scalar>>({left, right}, l);
}

template Var add(Tape<float>&, Var, Var);
template Var add(Tape<double>&, Var, Var);

}  // namespace attentarium
