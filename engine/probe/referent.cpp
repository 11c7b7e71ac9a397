#include "engine/probe/referent.h"

#include <algorithm>
#include <string>

#include "engine/probe/stories.h"
#include "engine/train/look.h"

namespace attentarium {
namespace {

/// Whether the largest of `row`'s weights on the nouns before the pronoun lies on one of its referent's mentions.
bool findsReferent(std::span<const float> row, const Pronoun& pronoun, const std::vector<int>& nouns) {
    int best = -1;
    for (const int noun : nouns) {
        if (noun >= pronoun.position) continue;
        if (best < 0 || row[static_cast<std::size_t>(noun)] > row[static_cast<std::size_t>(best)]) best = noun;
    }
    return std::ranges::find(pronoun.referentPositions, best) != pronoun.referentPositions.end();
}

}  // namespace

std::vector<ReferentScore> referentScores(const Model<float>& model, const Tokenizer& tokenizer,
                                          const std::vector<Story>& stories) {
    const auto layers = static_cast<int>(model.config().layers), heads = static_cast<int>(model.config().heads);
    std::vector<ReferentScore> scores;
    for (int layer = 0; layer < layers; ++layer) {
        for (int head = 0; head < heads; ++head) scores.push_back({layer, head});
    }
    double counted = 0, pronouns = 0;
    for (const Story& story : stories) {
        if (story.pronouns.empty()) continue;
        ++counted;
        pronouns += static_cast<double>(story.pronouns.size());
        const auto trace = look(model, idsOf(story, tokenizer), LookDepth::Forward);
        const std::size_t length = story.tokens.size();
        for (ReferentScore& score : scores) {
            const auto node = trace->find("blocks." + std::to_string(score.layer) + ".attention.weights");
            const auto weights = trace->values(*node).subspan(static_cast<std::size_t>(score.head) * length * length);
            std::size_t found = 0;
            for (const Pronoun& pronoun : story.pronouns) {
                const auto row = weights.subspan(static_cast<std::size_t>(pronoun.position) * length, length);
                if (findsReferent(row, pronoun, story.nounPositions)) ++found;
            }
            score.pronouns += static_cast<double>(found);
            score.stories += found == story.pronouns.size() ? 1 : 0;
        }
    }
    for (ReferentScore& score : scores) {
        score.stories /= std::max(counted, 1.0);
        score.pronouns /= std::max(pronouns, 1.0);
    }
    return scores;
}

ReferentScore bestReferentHead(const std::vector<ReferentScore>& scores) {
    return *std::ranges::max_element(scores, [](const ReferentScore& a, const ReferentScore& b) {
        return a.stories != b.stories ? a.stories < b.stories : a.pronouns < b.pronouns;
    });
}

}  // namespace attentarium
