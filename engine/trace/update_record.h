#pragma once

#include <vector>

#include "engine/core/tensor.h"

namespace attentarium {

/// The optimizer's settings in one step, as AdamW names them (Loshchilov and Hutter, 2019, algorithm 2).
struct UpdateSettings {
    double learningRate = 0;
    double beta1 = 0;
    double beta2 = 0;
    double epsilon = 0;
    double weightDecay = 0;
    double gradientNorm = 0;  ///< of all gradients together, before clipping
    double clipFactor = 1;    ///< what every gradient was multiplied by
};

/// One parameter before and after one optimizer step that began with zero moments.
struct ParameterUpdate {
    Tensor<float> gradient;  ///< after clipping
    Tensor<float> firstMoment;
    Tensor<float> secondMoment;
    Tensor<float> updated;
    bool decays = false;
};

struct UpdateRecord {
    UpdateSettings settings;
    std::vector<ParameterUpdate> parameters;  ///< by parameter ordinal
};

/// How AdamW came from one number to the next, recomputed in double:
/// m = (1 − β₁)·g, v = (1 − β₂)·g², θ' = θ − η·(m/(1 − β₁)) / (√(v/(1 − β₂)) + ε) − η·λ·θ.
struct UpdateExplanation {
    double before = 0;
    double gradient = 0;  ///< as the backward pass gave it
    double clipped = 0;
    double firstMoment = 0;      ///< m
    double secondMoment = 0;     ///< v
    double correctedFirst = 0;   ///< m / (1 − β₁)
    double correctedSecond = 0;  ///< v / (1 − β₂)
    double weightDecay = 0;      ///< λ for this parameter; 0 where it does not decay
    double after = 0;
};

}  // namespace attentarium
