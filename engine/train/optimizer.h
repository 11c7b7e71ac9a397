#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/nn/parameter_set.h"
#include "engine/train/training_settings.h"

namespace attentarium {

/// Turns gradients into updates. With g the clipped gradient, to which parameters that decay add λ₁·sign(θ) + λ₂·θ:
///   sgd       θ ← θ − η·g
///   momentum  m ← β₁·m + g, θ ← θ − η·m (Polyak, 1964, as Sutskever et al., 2013, write it)
///   adam      m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g², θ ← θ − η·m̂ / (√v̂ + ε) (Kingma and Ba, 2015)
///   adamw     the same, less η·λ·θ where θ decays (Loshchilov and Hutter, 2019, algorithm 2)
/// where m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ) in step t.
template <typename Scalar>
class Optimizer {
  public:
    /// With the zero moments that this kind keeps for every parameter.
    Optimizer(OptimizerKind kind, const ParameterSet<Scalar>& parameters);

    /// One step. `gradients` are by ordinal, an empty one leaves its parameter alone; each is multiplied by `factor`.
    void step(ParameterSet<Scalar>& parameters, const std::vector<TensorView<Scalar>>& gradients, double factor,
              double rate, const TrainingSettings& settings, Parallel& parallel);

    OptimizerKind kind() const { return m_kind; }
    std::int64_t steps() const { return m_steps; }
    /// By ordinal; empty where this kind keeps none.
    const std::vector<Tensor<Scalar>>& firstMoments() const { return m_first; }
    const std::vector<Tensor<Scalar>>& secondMoments() const { return m_second; }
    /// Goes on from where another of the same kind left off.
    void restore(std::int64_t steps, std::vector<Tensor<Scalar>> first, std::vector<Tensor<Scalar>> second);

  private:
    OptimizerKind m_kind;
    std::int64_t m_steps = 0;
    std::vector<Tensor<Scalar>> m_first;
    std::vector<Tensor<Scalar>> m_second;
};

}  // namespace attentarium
