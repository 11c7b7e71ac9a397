#pragma once

#include "engine/models/model_config.h"
#include "engine/trace/traced_text.h"
#include "engine/train/training_batch.h"
#include "engine/train/word_pairs.h"

namespace attentarium {

/// One text as the objective takes it.
class LookedBatch {
  public:
    /// For word vectors `seed` draws the words against which the true ones are told.
    /// Throws `Error` with `TextEmpty` or `TextTooLong`, on either side of an encoder–decoder.
    LookedBatch(const ModelConfig& config, TracedText text, std::uint64_t seed);
    LookedBatch(const LookedBatch&) = delete;
    LookedBatch& operator=(const LookedBatch&) = delete;

    /// The text with the targets that it got.
    const TracedText& text() const { return m_text; }
    /// Borrows from here.
    TrainingBatch view() const;

  private:
    TracedText m_text;
    WordPairs m_pairs;
    bool m_hasLabel;
};

}  // namespace attentarium
