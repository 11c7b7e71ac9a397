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
    /// Which row of `inputs.tokens`, counted through all texts, each target belongs to, where a token has several or
    /// none; empty: each token has one, in their order.
    std::span<const int> rows;
    /// For negative sampling: each target followed by the words drawn against it, all as many. Empty: every target is
    /// told from the whole vocabulary.
    std::span<const int> candidates;
    /// The class of each text; empty when there is none to tell.
    std::span<const int> labels;
};

}  // namespace attentarium
