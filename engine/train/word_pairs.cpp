#include "engine/train/word_pairs.h"

#include <algorithm>

#include "engine/core/error.h"
#include "engine/ops/cross_entropy.h"

namespace attentarium {

TrainingBatch WordPairs::batch(const TokenRows& tokens) const {
    return {.inputs = {.tokens = tokens, .source = {}, .segments = {}},
            .targets = targets,
            .rows = rows,
            .candidates = candidates,
            .labels = {}};
}

void collectPairs(const ModelConfig& config, const TokenRows& tokens, const NoiseWords& noise, Random& random,
                  WordPairs& pairs) {
    expects(kWordVectors.contains(config.family), "[word_pairs] only word vectors learn from pairs");
    pairs.rows.clear();
    pairs.targets.clear();
    pairs.candidates.clear();
    const auto add = [&](int target) {
        pairs.targets.push_back(target);
        if (config.negatives == 0) return;
        pairs.candidates.push_back(target);
        for (std::int64_t k = 0; k < config.negatives; ++k) {
            pairs.candidates.push_back(target == kNoTarget ? kNoTarget : noise.drawOther(target, random));
        }
    };
    for (std::int64_t text = 0; text < tokens.texts(); ++text) {
        const std::int64_t first = text * tokens.length, end = first + tokens.lengthOf(text);
        for (std::int64_t t = first; t < first + tokens.length; ++t) {
            if (config.family == Family::Cbow) {
                const bool alone = t >= end || end - first < 2;
                add(alone ? kNoTarget : tokens.ids[static_cast<std::size_t>(t)]);
                continue;
            }
            for (std::int64_t j = std::max(first, t - config.window); j <= std::min(end - 1, t + config.window); ++j) {
                if (j == t || t >= end) continue;
                pairs.rows.push_back(static_cast<int>(t));
                add(tokens.ids[static_cast<std::size_t>(j)]);
            }
        }
    }
}

}  // namespace attentarium
