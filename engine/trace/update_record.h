#pragma once

#include <vector>

#include "engine/core/tensor.h"
#include "engine/trace/optimizer_kind.h"

namespace attentarium {

/// The optimizer's settings in one step, as Loshchilov and Hutter (2019, algorithm 2) name them.
struct UpdateSettings {
    OptimizerKind optimizer = OptimizerKind::AdamW;
    double learningRate = 0;
    double beta1 = 0;
    double beta2 = 0;
    double epsilon = 0;
    double weightDecay = 0;   ///< λ of AdamW
    double l1 = 0;            ///< λ₁
    double l2 = 0;            ///< λ₂
    double gradientNorm = 0;  ///< of all gradients together, before clipping
    double clipFactor = 1;    ///< what every gradient was multiplied by
};

/// One parameter before and after one optimizer step that began with zero moments.
struct ParameterUpdate {
    Tensor<float> gradient;      ///< after clipping
    Tensor<float> firstMoment;   ///< empty for an optimizer that keeps none
    Tensor<float> secondMoment;  ///< the same
    Tensor<float> updated;
    bool decays = false;
};

struct UpdateRecord {
    UpdateSettings settings;
    std::vector<ParameterUpdate> parameters;  ///< by parameter ordinal
};

/// How the optimizer came from one number to the next in its first step, recomputed in double. With
/// g = clipped + λ₁·sign(θ) + λ₂·θ:
///   sgd          θ' = θ − η·g
///   momentum     m = g, θ' = θ − η·m
///   adam, adamw  m = (1 − β₁)·g, v = (1 − β₂)·g², θ' = θ − η·(m/(1 − β₁)) / (√(v/(1 − β₂)) + ε) − η·λ·θ
struct UpdateExplanation {
    double before = 0;
    double gradient = 0;  ///< as the backward pass gave it
    double clipped = 0;
    double penalty = 0;          ///< λ₁·sign(θ) + λ₂·θ; 0 where the parameter does not decay
    double firstMoment = 0;      ///< m; 0 for an optimizer without
    double secondMoment = 0;     ///< v; 0 for an optimizer without
    double correctedFirst = 0;   ///< m / (1 − β₁) of adam and adamw
    double correctedSecond = 0;  ///< v / (1 − β₂) of adam and adamw
    double weightDecay = 0;      ///< λ for this parameter; 0 where it does not decay, and for all but adamw
    double after = 0;
};

/// The step of `settings` from `before` with the gradient of one cell.
UpdateExplanation explainUpdate(const UpdateSettings& settings, double before, double gradient, bool decays);

}  // namespace attentarium
