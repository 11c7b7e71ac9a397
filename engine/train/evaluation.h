#pragma once

#include <span>

#include "engine/core/parallel.h"
#include "engine/models/model.h"

namespace attentarium {

/// The mean cost in nats of each token of `tokens` but the first, over windows of the model's context that do not
/// overlap; tokens after the last whole window are left out. Throws `Error` with `CorpusTooShort`.
double evaluate(const Model<float>& model, std::span<const int> tokens, Parallel& parallel);

}  // namespace attentarium
