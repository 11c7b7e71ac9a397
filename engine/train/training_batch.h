#pragma once

#include <span>

#include "engine/models/batch.h"

namespace attentarium {

/// A batch and what would have been right. Borrowed memory.
struct TrainingBatch {
    Batch inputs;
    /// What each token of `inputs.tokens` should predict, `kNoTarget` (ops/cross_entropy.h) where nothing counts;
    /// empty when no token's does.
    std::span<const int> targets;
    /// The class of each text; empty when there is none to tell.
    std::span<const int> labels;
};

}  // namespace attentarium
