#include "engine/train/optimizer.h"

#include <cmath>

#include "engine/core/error.h"

namespace attentarium {
namespace {

constexpr std::int64_t kPiece = 1 << 13;

/// One parameter's memory.
template <typename Scalar>
struct Rows {
    const Scalar* gradient;
    Scalar* first;
    Scalar* second;
    Scalar* value;
};

/// The numbers of one step, rounded once.
template <typename Scalar>
struct Step {
    Scalar clip;
    Scalar l1;  ///< 0 for a parameter that does not decay, and so is l2
    Scalar l2;
    Scalar beta1;
    Scalar beta2;
    Scalar share1;
    Scalar share2;
    Scalar epsilon;
    Scalar rate;
    Scalar stride;     ///< η / (1 − β₁ᵗ)
    Scalar rootScale;  ///< 1 / √(1 − β₂ᵗ)
    Scalar kept;       ///< 1 − η·λ for AdamW on a parameter that decays, else 1
};

template <typename Scalar>
Step<Scalar> stepOf(const TrainingSettings& s, OptimizerKind kind, double factor, double rate, std::int64_t number,
                    bool decays) {
    const auto as = [](double x) { return static_cast<Scalar>(x); };
    return {.clip = as(factor),
            .l1 = as(decays ? s.l1 : 0.0),
            .l2 = as(decays ? s.l2 : 0.0),
            .beta1 = as(s.beta1),
            .beta2 = as(s.beta2),
            // Taken from 1 before rounding: in float, 1 − 0.99 would lose six bits.
            .share1 = as(1 - s.beta1),
            .share2 = as(1 - s.beta2),
            .epsilon = as(s.epsilon),
            .rate = as(rate),
            .stride = as(rate / (1 - std::pow(s.beta1, number))),
            .rootScale = as(1 / std::sqrt(1 - std::pow(s.beta2, number))),
            .kept = as(decays && kind == OptimizerKind::AdamW ? 1 - rate * s.weightDecay : 1.0)};
}

// By value: numbers in memory might be those that are written, and then could not be kept in registers.
template <OptimizerKind kKind, bool kPenalised, typename Scalar>
void update(Rows<Scalar> rows, Step<Scalar> s, std::int64_t begin, std::int64_t end) {
    for (std::int64_t k = begin; k < end; ++k) {
        const Scalar theta = rows.value[k];
        Scalar g = rows.gradient[k] * s.clip;
        if constexpr (kPenalised) {
            const auto sign = static_cast<Scalar>((theta > 0 ? 1 : 0) - (theta < 0 ? 1 : 0));
            g += s.l1 * sign + s.l2 * theta;
        }
        if constexpr (kKind == OptimizerKind::Sgd) {
            rows.value[k] = theta - s.rate * g;
        } else if constexpr (kKind == OptimizerKind::Momentum) {
            rows.first[k] = s.beta1 * rows.first[k] + g;
            rows.value[k] = theta - s.rate * rows.first[k];
        } else {
            rows.first[k] = s.beta1 * rows.first[k] + s.share1 * g;
            rows.second[k] = s.beta2 * rows.second[k] + s.share2 * g * g;
            rows.value[k] =
                theta * s.kept - s.stride * rows.first[k] / (std::sqrt(rows.second[k]) * s.rootScale + s.epsilon);
        }
    }
}

template <bool kPenalised, typename Scalar>
void update(OptimizerKind kind, const Rows<Scalar>& rows, const Step<Scalar>& s, std::int64_t begin,
            std::int64_t end) {
    switch (kind) {
        case OptimizerKind::Sgd:
            return update<OptimizerKind::Sgd, kPenalised>(rows, s, begin, end);
        case OptimizerKind::Momentum:
            return update<OptimizerKind::Momentum, kPenalised>(rows, s, begin, end);
        case OptimizerKind::Adam:
        case OptimizerKind::AdamW:
            // What they differ in is `kept`.
            return update<OptimizerKind::AdamW, kPenalised>(rows, s, begin, end);
    }
}

}  // namespace

template <typename Scalar>
Optimizer<Scalar>::Optimizer(OptimizerKind kind, const ParameterSet<Scalar>& parameters) : m_kind(kind) {
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (keepsFirstMoment(kind)) m_first.emplace_back(parameters[i].value.shape());
        if (keepsSecondMoment(kind)) m_second.emplace_back(parameters[i].value.shape());
    }
}

template <typename Scalar>
void Optimizer<Scalar>::step(ParameterSet<Scalar>& parameters, const std::vector<TensorView<Scalar>>& gradients,
                             double factor, double rate, const TrainingSettings& settings, Parallel& parallel) {
    expects(gradients.size() == parameters.size(), "[optimizer] needs a gradient for each parameter");
    ++m_steps;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (!gradients[i]) continue;
        const Step<Scalar> s = stepOf<Scalar>(settings, m_kind, factor, rate, m_steps, parameters[i].decays);
        const Rows<Scalar> rows{.gradient = gradients[i].data,
                                .first = m_first.empty() ? nullptr : m_first[i].mutableView().data,
                                .second = m_second.empty() ? nullptr : m_second[i].mutableView().data,
                                .value = parameters[i].value.mutableView().data};
        const bool penalised = s.l1 > 0 || s.l2 > 0;
        forEachRows(parallel, gradients[i].count(), kPiece, [&](std::int64_t begin, std::int64_t end) {
            penalised ? update<true>(m_kind, rows, s, begin, end) : update<false>(m_kind, rows, s, begin, end);
        });
    }
}

template <typename Scalar>
void Optimizer<Scalar>::restore(std::int64_t steps, std::vector<Tensor<Scalar>> first,
                                std::vector<Tensor<Scalar>> second) {
    expects(first.size() == m_first.size() && second.size() == m_second.size(),
            "[optimizer] needs the moments that its kind keeps, for each parameter");
    m_steps = steps;
    m_first = std::move(first);
    m_second = std::move(second);
}

template class Optimizer<float>;
template class Optimizer<double>;

}  // namespace attentarium
