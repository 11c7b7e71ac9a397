#pragma once

#include "engine/train/batch_source.h"
#include "engine/train/word_pairs.h"

namespace attentarium {

/// Draws windows from a text and hands out all word pairs in them, for training word vectors on a tape, as the full
/// softmax needs it. With negatives, `WordVectorTrainer` is far faster.
class WordPairSource final : public BatchSource {
  public:
    /// For a model of `config`, batches of `texts` windows of `length`. `starts` are the only places where a window may
    /// begin, for texts made of stories; empty allows every place. Throws `Error` with `CorpusTooShort` where no
    /// window fits.
    WordPairSource(const ModelConfig& config, std::span<const int> tokens, std::vector<std::int64_t> starts,
                   std::int64_t texts, std::int64_t length, std::uint64_t seed);

    TrainingBatch draw() override;
    SourceState state() const override { return {m_random.state(), {}}; }
    void restore(const SourceState& state) override { m_random.setState(state.random); }

  private:
    ModelConfig m_config;
    std::span<const int> m_tokens;
    std::vector<std::int64_t> m_starts;
    std::int64_t m_length;
    Random m_random;
    NoiseWords m_noise;
    std::vector<int> m_ids;
    WordPairs m_pairs;
};

}  // namespace attentarium
