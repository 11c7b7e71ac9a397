#pragma once

#include "engine/models/model_config.h"
#include "engine/tape/gradient_check.h"

namespace attentarium {

/// Compares the gradient of the loss with respect to every parameter of a model with finite differences. The weights
/// are random and far larger than fresh ones, so that every part matters; one target does not count. Several texts have
/// several lengths; a source is one token longer than what follows it.
GradientCheckResult checkModelGradients(const ModelConfig& config, std::int64_t batch, std::int64_t length,
                                        std::uint64_t seed, Purpose purpose);

}  // namespace attentarium
