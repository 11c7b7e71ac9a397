#include "engine/ops/cross_entropy.h"

#include <algorithm>
#include <cmath>

#include "engine/core/error.h"
#include "engine/core/vector_math.h"

namespace attentarium {
namespace {

// loss[r] = log Σ_k e^(x[r, k]) − (1 − ε) · x[r, target_r] − ε · mean_k x[r, k]
template <typename Scalar>
class CrossEntropy final : public Op<Scalar> {
  public:
    /// `probabilities` has the size of the logits and lives as long as the op.
    CrossEntropy(std::span<const int> targets, std::span<Scalar> probabilities, double smoothing)
        : m_targets(targets), m_probabilities(probabilities), m_smoothing(smoothing) {}

    std::string_view name() const override { return "cross_entropy"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[0];
        const std::int64_t size = x.columns();
        forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t r = first; r < last; ++r) {
                Scalar* shifted = m_probabilities.data() + r * size;
                const Scalar largest = largestOf(x.row(r), size);
                const Scalar* from = x.row(r);
                for (std::int64_t k = 0; k < size; ++k) shifted[k] = exponential(from[k] - largest);
                const Scalar sum = sumOf(shifted, size);
                for (std::int64_t k = 0; k < size; ++k) shifted[k] /= sum;
                const int target = targetOf(r);
                pass.output.data[r] =
                    target == kNoTarget ? 0 : largest + std::log(sum) - wanted(x.row(r), size, target);
            }
        });
    }

    // Forward was log Σ_k e^(x_k) − (1 − ε) · x_target − ε · mean_k x_k, so now
    // dx_k = dloss · (probability_k − (1 − ε) · [k = target] − ε / vocabulary).
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        const std::int64_t size = dx.columns();
        forEachRows(pass.parallel, dx.rows(), rowsPerPiece(dx.rows()), [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t r = first; r < last; ++r) {
                const int target = targetOf(r);
                if (pass.storeOf(0) == Store::Replace) std::fill_n(dx.row(r), size, Scalar{0});
                if (target == kNoTarget) continue;
                const Scalar dloss = pass.outputGradient.data[r];
                const Scalar* probabilities = m_probabilities.data() + r * size;
                Scalar* to = dx.row(r);
                const auto spread = static_cast<Scalar>(m_smoothing / static_cast<double>(size));
                for (std::int64_t k = 0; k < size; ++k) to[k] += dloss * (probabilities[k] - spread);
                to[target] -= dloss * static_cast<Scalar>(1 - m_smoothing);
            }
        });
    }

    bool overwrites(std::size_t) const override { return true; }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const int target = targetOf(index);
        if (target == kNoTarget) return {recorded.node, Rule::Given};
        const std::int64_t size = recorded.inputs[0].columns();
        Explanation why{recorded.node, Rule::Surprise};
        why.smoothing = m_smoothing;
        why.chosen = static_cast<std::size_t>(target);
        for (std::int64_t k = 0; k < size; ++k) why.terms.push_back({1, recorded.input(0, index * size + k), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        const std::int64_t size = recorded.inputs[0].columns(), r = index / size;
        const int target = targetOf(r);
        const double probability = static_cast<double>(m_probabilities[static_cast<std::size_t>(index)]);
        const double wanted = (index % size == target ? 1 - m_smoothing : 0) + m_smoothing / static_cast<double>(size);
        const double slope = target == kNoTarget ? 0 : probability - wanted;
        Explanation why{recorded.node, Rule::SumOfProducts};
        why.terms.push_back({slope, recorded.gradient(r), {}});
        computeTotal(why);
        return why;
    }

  private:
    /// (1 − ε) · x_target + ε · mean_k x_k
    Scalar wanted(const Scalar* x, std::int64_t size, int target) const {
        if (m_smoothing == 0) return x[target];
        return static_cast<Scalar>(1 - m_smoothing) * x[target] +
               static_cast<Scalar>(m_smoothing / static_cast<double>(size)) * sumOf(x, size);
    }
    int targetOf(std::int64_t row) const { return m_targets[static_cast<std::size_t>(row)]; }

    std::span<const int> m_targets;
    std::span<Scalar> m_probabilities;
    double m_smoothing;
};

}  // namespace

template <typename Scalar>
Var crossEntropy(Tape<Scalar>& tape, Var logits, std::span<const int> targets, double smoothing) {
    const Shape shape = tape.shape(logits);
    expects(shape.rank() >= 2 && shape.rank() <= 3, "[cross_entropy] needs rank 2 or 3");
    expects(smoothing >= 0 && smoothing < 1, "[cross_entropy] a share of the target can be spread, from 0 to below 1");
    expects(shape.rows() == static_cast<std::int64_t>(targets.size()), "[cross_entropy] needs one target for each row");
    for (const int target : targets) {
        expects(target == kNoTarget || (target >= 0 && target < shape[-1]),
                "[cross_entropy] a target is outside the vocabulary");
    }
    const Shape losses = shape.rank() == 2 ? Shape{shape[0]} : Shape{shape[0], shape[1]};
    return tape.template record<CrossEntropy<Scalar>>(
        {logits}, losses, tape.arena().template copy<int>(targets),
        tape.arena().template allocate<Scalar>(static_cast<std::size_t>(shape.count())), smoothing);
}

template Var crossEntropy(Tape<float>&, Var, std::span<const int>, double);
template Var crossEntropy(Tape<double>&, Var, std::span<const int>, double);

}  // namespace attentarium
