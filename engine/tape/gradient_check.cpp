#include "engine/tape/gradient_check.h"

#include <algorithm>
#include <cmath>

#include "engine/core/random.h"

namespace attentarium {
namespace {

constexpr double kStep = 1e-3;
constexpr double kFloor = 1e-3;

/// One pass with a loss whose coefficients differ for every cell.
class WeighedPass {
  public:
    WeighedPass(const Recording& recording, std::span<const Tensor<double>> leaves, std::uint64_t seed, Purpose purpose)
        : m_recording(recording), m_leaves(leaves.begin(), leaves.end()), m_seed(seed), m_tape(purpose, m_parallel) {}

    double loss() {
        record();
        const auto values = m_tape.value(m_output).span();
        double sum = 0;
        for (std::size_t i = 0; i < values.size(); ++i) sum += m_coefficients[i] * values[i];
        return sum;
    }

    std::vector<std::vector<double>> gradients() {
        record();
        m_tape.backward(m_output, m_coefficients);
        std::vector<std::vector<double>> all;
        for (const Var var : m_vars) {
            const auto gradient = m_tape.gradient(var).span();
            all.emplace_back(gradient.begin(), gradient.end());
        }
        return all;
    }

    std::vector<Tensor<double>*> leaves() {
        std::vector<Tensor<double>*> all;
        for (Tensor<double>& leaf : m_leaves) all.push_back(&leaf);
        return all;
    }

  private:
    void record() {
        m_tape.clear();
        m_vars.clear();
        for (const Tensor<double>& leaf : m_leaves) m_vars.push_back(m_tape.leaf(leaf.shape(), leaf.values()));
        m_output = m_recording(m_tape, m_vars);
        if (m_coefficients.empty()) {
            Random random(m_seed);
            for (std::int64_t i = 0; i < m_tape.value(m_output).count(); ++i) {
                m_coefficients.push_back(0.5 + random.uniform());
                if (random.below(2) == 0) m_coefficients.back() *= -1;
            }
        }
    }

    const Recording& m_recording;
    std::vector<Tensor<double>> m_leaves;
    std::uint64_t m_seed;
    Parallel m_parallel{1};
    Tape<double> m_tape;
    std::vector<Var> m_vars;
    Var m_output;
    std::vector<double> m_coefficients;
};

}  // namespace

GradientCheckResult compareGradients(const std::function<double()>& loss, std::span<Tensor<double>* const> leaves,
                                     const std::vector<std::vector<double>>& computed) {
    GradientCheckResult result;
    for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf) {
        for (std::int64_t index = 0; index < leaves[leaf]->count(); ++index) {
            const auto at = static_cast<std::size_t>(index);
            const double before = leaves[leaf]->values()[at];
            const auto lossAt = [&](double offset) {
                leaves[leaf]->mutableView().data[index] = before + offset;
                return loss();
            };
            const double measured =
                (lossAt(-2 * kStep) - 8 * lossAt(-kStep) + 8 * lossAt(kStep) - lossAt(2 * kStep)) / (12 * kStep);
            leaves[leaf]->mutableView().data[index] = before;
            // A leaf that the loss does not depend on has no gradient; its differences must then be zero.
            const double own = computed[leaf].empty() ? 0.0 : computed[leaf][at];
            const double scale = std::max({std::abs(own), std::abs(measured), kFloor});
            const double error = std::abs(own - measured) / scale;
            // Written so that a NaN counts as the worst.
            if (!(error <= result.worstRelativeError)) result = {error, leaf, index, own, measured};
        }
    }
    return result;
}

GradientCheckResult checkGradients(const Recording& recording, std::span<const Tensor<double>> leaves,
                                   std::uint64_t seed, Purpose purpose) {
    WeighedPass pass(recording, leaves, seed, purpose);
    const std::vector<std::vector<double>> computed = pass.gradients();
    return compareGradients([&] { return pass.loss(); }, pass.leaves(), computed);
}

}  // namespace attentarium
