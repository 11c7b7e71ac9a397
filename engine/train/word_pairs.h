#pragma once

#include <span>
#include <vector>

#include "engine/models/batch.h"
#include "engine/models/model_config.h"
#include "engine/train/noise_words.h"
#include "engine/train/training_batch.h"

namespace attentarium {

/// What word vectors have to predict in a few texts: each word from its neighbours (`cbow`) or from each word its
/// neighbours (`skipgram`), all within the window.
struct WordPairs {
    std::vector<int> rows;        ///< of the tokens, one for each target; empty for `cbow`: each token has its own
    std::vector<int> targets;     ///< `kNoTarget` for a word without neighbours
    std::vector<int> candidates;  ///< each target followed by the words drawn against it; empty without negatives

    TrainingBatch batch(const TokenRows& tokens) const;
};

/// Takes the pairs of `tokens` and, where `config` has negatives, draws words against each. Reuses the memory that
/// `pairs` has.
void collectPairs(const ModelConfig& config, const TokenRows& tokens, const NoiseWords& noise, Random& random,
                  WordPairs& pairs);

}  // namespace attentarium
