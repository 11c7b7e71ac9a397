#include "engine/tape/gradient_check.h"

#include <algorithm>
#include <cmath>

#include "engine/core/random.h"

namespace attentarium {
namespace {

constexpr double kStep = 1e-3;
constexpr double kFloor = 1e-3;

/// One pass with a loss whose coefficients differ for every cell, since symmetric losses hide mistakes.
class WeighedPass {
  public:
    WeighedPass(const Recording& recording, std::span<const Tensor<double>> leaves, std::uint64_t seed)
        : m_recording(recording), m_leaves(leaves.begin(), leaves.end()), m_seed(seed) {}

    double loss() {
        record();
        const auto values = m_tape.value(m_output).span();
        double sum = 0;
        for (std::size_t i = 0; i < values.size(); ++i) sum += m_coefficients[i] * values[i];
        return sum;
    }

    /// The gradients of all leaves; valid until the next pass.
    std::vector<TensorView<const double>> gradients() {
        record();
        m_tape.backward(m_output, m_coefficients);
        std::vector<TensorView<const double>> all;
        for (const Var var : m_vars) all.push_back(m_tape.gradient(var));
        return all;
    }

    double& cell(std::size_t leaf, std::int64_t index) { return m_leaves[leaf].mutableView().data[index]; }

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
    Tape<double> m_tape{Purpose::Looking, m_parallel};
    std::vector<Var> m_vars;
    Var m_output;
    std::vector<double> m_coefficients;
};

}  // namespace

GradientCheckResult checkGradients(const Recording& recording, std::span<const Tensor<double>> leaves,
                                   std::uint64_t seed) {
    WeighedPass pass(recording, leaves, seed);
    std::vector<std::vector<double>> computed;
    for (const TensorView<const double>& gradient : pass.gradients()) {
        computed.emplace_back(gradient.span().begin(), gradient.span().end());
    }
    GradientCheckResult result;
    for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf) {
        // A leaf that the output does not depend on has no gradient; its differences must then be zero.
        computed[leaf].resize(static_cast<std::size_t>(leaves[leaf].count()), 0.0);
        for (std::int64_t index = 0; index < leaves[leaf].count(); ++index) {
            const double before = pass.cell(leaf, index);
            const auto at = [&](double offset) {
                pass.cell(leaf, index) = before + offset;
                return pass.loss();
            };
            const double measured = (at(-2 * kStep) - 8 * at(-kStep) + 8 * at(kStep) - at(2 * kStep)) / (12 * kStep);
            pass.cell(leaf, index) = before;
            const double own = computed[leaf][static_cast<std::size_t>(index)];
            const double scale = std::max({std::abs(own), std::abs(measured), kFloor});
            const double error = std::abs(own - measured) / scale;
            // Written so that a NaN counts as the worst.
            if (!(error <= result.worstRelativeError)) result = {error, leaf, index, own, measured};
        }
    }
    return result;
}

}  // namespace attentarium
