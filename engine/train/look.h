#pragma once

#include <memory>
#include <vector>

#include "engine/models/model.h"
#include "engine/trace/trace.h"
#include "engine/train/training_settings.h"
#include "engine/train/word_pairs.h"

namespace attentarium {

enum class LookDepth {
    Forward,   ///< values only
    Backward,  ///< gradients too
    Update,    ///< and one optimizer step, from zero moments, on a copy
};

/// Runs `model` on one text and freezes everything that happened. Without a target or a label that counts there is no
/// loss, so the look ends with the forward pass. The model is not changed; what `interventions` ask for happens to this
/// run alone.
/// Throws `Error` with `TextEmpty` or `TextTooLong`, on either side of an encoder–decoder.
std::shared_ptr<const Trace> look(const Model<float>& model, TracedText text, LookDepth depth,
                                  const TrainingSettings& settings = {}, const Interventions& interventions = {});
/// The same, of a model that `withEdits` has made with these interventions.
std::shared_ptr<const Trace> lookAtEdited(const Model<float>& edited, TracedText text, LookDepth depth,
                                          const TrainingSettings& settings, const Interventions& interventions);
/// The same for word vectors that learn from these pairs of the text alone; one pair with plain gradient descent is
/// what `WordVectorTrainer` does with it.
std::shared_ptr<const Trace> lookAtPairs(const Model<float>& model, const std::vector<int>& tokens,
                                         const WordPairs& pairs, const TrainingSettings& settings);
/// The same for a text that the model continues: each token's target is the one after it.
std::shared_ptr<const Trace> look(const Model<float>& model, std::vector<int> tokens, LookDepth depth,
                                  const TrainingSettings& settings = {});

}  // namespace attentarium
