#include "engine/train/adamw.h"

#include <cmath>

#include "engine/core/error.h"

namespace attentarium {
namespace {

constexpr std::int64_t kPiece = 1 << 13;

}  // namespace

template <typename Scalar>
AdamW<Scalar>::AdamW(const ParameterSet<Scalar>& parameters) {
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        m_first.emplace_back(parameters[i].value.shape());
        m_second.emplace_back(parameters[i].value.shape());
    }
}

template <typename Scalar>
void AdamW<Scalar>::step(ParameterSet<Scalar>& parameters, const std::vector<TensorView<Scalar>>& gradients,
                         double factor, double rate, const TrainingSettings& settings, Parallel& parallel) {
    expects(gradients.size() == parameters.size(), "[adamw] needs a gradient for each parameter");
    ++m_steps;
    const auto beta1 = static_cast<Scalar>(settings.beta1), beta2 = static_cast<Scalar>(settings.beta2);
    // Taken from 1 before rounding: in float, 1 − 0.99 would lose six bits.
    const auto share1 = static_cast<Scalar>(1 - settings.beta1), share2 = static_cast<Scalar>(1 - settings.beta2);
    const auto epsilon = static_cast<Scalar>(settings.epsilon);
    const auto clip = static_cast<Scalar>(factor);
    // θ ← θ − η · (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)
    const auto stride = static_cast<Scalar>(rate / (1 - std::pow(settings.beta1, m_steps)));
    const auto rootScale = static_cast<Scalar>(1 / std::sqrt(1 - std::pow(settings.beta2, m_steps)));
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (!gradients[i]) continue;
        const auto kept = static_cast<Scalar>(parameters[i].decays ? 1 - rate * settings.weightDecay : 1.0);
        const Scalar* gradient = gradients[i].data;
        Scalar* first = m_first[i].mutableView().data;
        Scalar* second = m_second[i].mutableView().data;
        Scalar* value = parameters[i].value.mutableView().data;
        forEachRows(parallel, gradients[i].count(), kPiece, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t k = begin; k < end; ++k) {
                const Scalar g = gradient[k] * clip;
                first[k] = beta1 * first[k] + share1 * g;
                second[k] = beta2 * second[k] + share2 * g * g;
                value[k] = value[k] * kept - stride * first[k] / (std::sqrt(second[k]) * rootScale + epsilon);
            }
        });
    }
}

template <typename Scalar>
void AdamW<Scalar>::restore(std::int64_t steps, std::vector<Tensor<Scalar>> first, std::vector<Tensor<Scalar>> second) {
    expects(first.size() == m_first.size() && second.size() == m_second.size(),
            "[adamw] needs moments for each parameter");
    m_steps = steps;
    m_first = std::move(first);
    m_second = std::move(second);
}

template class AdamW<float>;
template class AdamW<double>;

}  // namespace attentarium
