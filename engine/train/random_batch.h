#pragma once

#include <vector>

#include "engine/core/random.h"
#include "engine/models/model_config.h"
#include "engine/train/training_batch.h"
#include "engine/train/word_pairs.h"

namespace attentarium {

/// A made-up batch that reaches every part of a model: tokens, for an encoder–decoder a source, segments, targets of
/// which one does not count, and with a task head labels.
class RandomBatch {
  public:
    struct Sizes {
        std::int64_t texts = 1;
        std::int64_t length = 1;
        std::int64_t sourceLength = 1;  ///< for an encoder–decoder
        bool padded = false;            ///< whether all texts but the first are filled up to the length of that one
    };

    RandomBatch(const ModelConfig& config, const Sizes& sizes, Random& random);

    /// Lives as long as this.
    TrainingBatch view() const;

    std::vector<int> ids;
    std::vector<std::int64_t> lengths;
    std::vector<int> source;
    std::vector<std::int64_t> sourceLengths;
    std::vector<int> segments;
    std::vector<int> targets;
    std::vector<int> labels;
    WordPairs pairs;  ///< instead of the targets, of word vectors

  private:
    Sizes m_sizes;
};

}  // namespace attentarium
