#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/nn/parameter_set.h"
#include "engine/train/training_settings.h"

namespace attentarium {

/// AdamW (Loshchilov and Hutter, 2019, algorithm 2): Adam with the weight decay taken from the weights themselves.
/// m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g², θ ← θ − η·λ·θ − η·m̂ / (√v̂ + ε).
template <typename Scalar>
class AdamW {
  public:
    /// Zero moments for every parameter.
    explicit AdamW(const ParameterSet<Scalar>& parameters);

    /// One step. `gradients` are by ordinal, an empty one leaves its parameter alone; each is multiplied by `factor`.
    void step(ParameterSet<Scalar>& parameters, const std::vector<TensorView<Scalar>>& gradients, double factor,
              double rate, const TrainingSettings& settings, Parallel& parallel);

    std::int64_t steps() const { return m_steps; }
    const std::vector<Tensor<Scalar>>& firstMoments() const { return m_first; }
    const std::vector<Tensor<Scalar>>& secondMoments() const { return m_second; }
    /// Goes on from where another left off.
    void restore(std::int64_t steps, std::vector<Tensor<Scalar>> first, std::vector<Tensor<Scalar>> second);

  private:
    std::int64_t m_steps = 0;
    std::vector<Tensor<Scalar>> m_first;
    std::vector<Tensor<Scalar>> m_second;
};

}  // namespace attentarium
