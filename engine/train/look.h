#pragma once

#include <memory>
#include <vector>

#include "engine/models/model.h"
#include "engine/trace/trace.h"
#include "engine/train/training_settings.h"

namespace attentarium {

enum class LookDepth {
    Forward,   ///< values only
    Backward,  ///< gradients too
    Update,    ///< and one optimizer step, from zero moments, on a copy
};

/// Runs `model` on one text and freezes everything that happened. Each token's target is the one after it; the last
/// has none. Word vectors learn from the pairs of neighbours instead, with negatives drawn evenly from the vocabulary.
/// A text of one token has no loss, so its look ends with the forward pass. The model is not changed. Throws `Error`
/// with `TextEmpty` or `TextTooLong`.
std::shared_ptr<const Trace> look(const Model<float>& model, std::vector<int> tokens, LookDepth depth,
                                  const TrainingSettings& settings = {});

}  // namespace attentarium
