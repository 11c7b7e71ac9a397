#pragma once

#include <cstdint>
#include <vector>

#include "engine/models/model.h"
#include "engine/text/small_world.h"
#include "engine/text/tokenizer.h"

namespace attentarium {

/// Stories of the small world, told from `seed`.
std::vector<Story> tellStories(Language language, std::uint64_t seed, int count);

/// The ids of a story's tokens, its line end included. Throws `Error` with `WordUnknown`.
std::vector<int> idsOf(const Story& story, const Tokenizer& tokenizer);

/// What stories cost, in nats for each token after the first of its story.
struct StoryLoss {
    double model = 0;  ///< each story read alone, from its first word
    double best = 0;   ///< by the generator's own probabilities: no model can do better on average
};

StoryLoss storyLoss(const Model<float>& model, const Tokenizer& tokenizer, const std::vector<Story>& stories);

}  // namespace attentarium
