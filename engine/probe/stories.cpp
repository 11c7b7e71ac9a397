#include "engine/probe/stories.h"

#include <cmath>
#include <utility>

#include "engine/core/error.h"
#include "engine/ops/cross_entropy.h"
#include "engine/text/special_tokens.h"
#include "engine/train/look.h"
#include "engine/train/task_score.h"

namespace attentarium {

std::vector<Story> tellStories(Language language, std::uint64_t seed, int count) {
    const SmallWorld world;
    Random random(seed);
    std::vector<Story> stories;
    for (int i = 0; i < count; ++i) {
        ParallelStory told = world.tell(random);
        stories.push_back(language == Language::English ? std::move(told.english) : std::move(told.chinese));
    }
    return stories;
}

std::vector<int> idsOf(const Story& story, const Tokenizer& tokenizer) {
    std::vector<int> ids;
    for (const std::string& token : story.tokens) {
        const auto id = tokenizer.vocabulary().find(token);
        if (!id) throw Error(ErrorKind::WordUnknown, {.name = token});
        ids.push_back(*id);
    }
    return ids;
}

StoryLoss storyLoss(const Model<float>& model, const Tokenizer& tokenizer, const std::vector<Story>& stories) {
    StoryLoss total;
    double tokens = 0;
    for (const Story& story : stories) {
        const auto trace = look(model, idsOf(story, tokenizer), LookDepth::Forward);
        const auto counted = static_cast<double>(story.tokens.size() - 1);
        total.model += static_cast<double>(trace->values(*trace->find("loss"))[0]) * counted;
        total.best -= story.logProbability() - story.logProbabilities.front();
        tokens += counted;
    }
    return {total.model / tokens, total.best / tokens};
}

StoryLoss maskedStoryLoss(const Model<float>& model, const Tokenizer& tokenizer, const std::vector<Story>& stories,
                          std::uint64_t seed, Parallel& parallel) {
    const SmallWorld world;
    const int mask = specialId(tokenizer.vocabulary(), special::kMask);
    Random random(seed);
    ExampleTexts texts;
    double best = 0;
    for (const Story& story : stories) {
        std::vector<int> tokens = idsOf(story, tokenizer);
        const std::size_t place = random.below(tokens.size() - 1);
        std::vector<int> targets(tokens.size(), kNoTarget);
        targets[place] = std::exchange(tokens[place], mask);
        texts.add({.source = {}, .tokens = tokens, .targets = targets, .segments = {}, .label = kNoTarget});
        for (const auto& [word, probability] : world.fillIn(story.tokens, place, story.language)) {
            if (word == story.tokens[place]) best -= std::log(probability);
        }
    }
    return {scoreOn(model, texts, parallel).tokenLoss, best / static_cast<double>(stories.size())};
}

}  // namespace attentarium
