#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/models/model.h"
#include "engine/text/small_world.h"
#include "engine/text/tokenizer.h"

namespace attentarium {

/// Stories of the small world, told from `seed`.
std::vector<Story> tellStories(Language language, std::uint64_t seed, int count);

/// The ids of a story's tokens, its line end included. Throws `Error` with `WordUnknown`.
std::vector<int> idsOf(const Story& story, const Tokenizer& tokenizer);

/// What stories cost a model, and what the generator's own probabilities cost: no model can do better on average.
struct StoryLoss {
    double model = 0;
    double best = 0;
};

/// The cost of telling stories, each read alone from its first word, in nats for each token after that.
StoryLoss storyLoss(const Model<float>& model, const Tokenizer& tokenizer, const std::vector<Story>& stories);

/// What it costs to fill in one word of each story, which is masked, from all its other words; `best` is by Bayes' rule
/// over the generator's own probabilities. `seed` chooses the words; line ends are never masked. Losses are in nats
/// for each story. The tokenizer's vocabulary has the special tokens.
StoryLoss maskedStoryLoss(const Model<float>& model, const Tokenizer& tokenizer, const std::vector<Story>& stories,
                          std::uint64_t seed, Parallel& parallel);

}  // namespace attentarium
