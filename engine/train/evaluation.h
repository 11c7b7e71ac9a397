#pragma once

#include <span>

#include "engine/core/parallel.h"
#include "engine/models/model.h"
#include "engine/train/batch_source.h"

namespace attentarium {

/// The mean cost in nats of each token of `tokens` but the first, over windows of the model's context that do not
/// overlap; tokens after the last whole window are left out. Throws `Error` with `CorpusTooShort`.
double evaluate(const Model<float>& model, std::span<const int> tokens, Parallel& parallel);

/// The mean cost in nats of the targets, and of the labels, in the next `batches` batches of `source`; 0 where there
/// are none. For sources that draw: a fixed seed makes a fixed set.
struct MeanCosts {
    double tokens = 0;
    double labels = 0;
};
MeanCosts evaluate(const Model<float>& model, BatchSource& source, std::int64_t batches, Parallel& parallel);

}  // namespace attentarium
