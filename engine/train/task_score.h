#pragma once

#include <vector>

#include "engine/core/parallel.h"
#include "engine/models/model.h"
#include "engine/train/example_texts.h"

namespace attentarium {

/// How well a model does on texts with known answers.
struct TaskScore {
    double right = 0;         ///< share of the texts that are right
    double tokenLoss = 0;     ///< mean over all targets, in nats; 0 without targets
    double taskLoss = 0;      ///< mean over all labels, in nats; 0 without labels
    std::vector<char> texts;  ///< of each text, whether it is right
};

/// A text with a label is right when its class is the likeliest; a text with targets is right when each of them is the
/// likeliest token. That is exact match by greedy decoding: as long as all tokens are right, greedy decoding has
/// written just what stands in the text, and the first wrong one ends it. So one run tells, and nothing is decoded.
TaskScore scoreOn(const Model<float>& model, const ExampleTexts& texts, Parallel& parallel);

}  // namespace attentarium
