#pragma once

#include <span>
#include <vector>

#include "engine/train/batch_source.h"

namespace attentarium {

/// Reads a corpus in as many places at once as a batch has texts. Each batch goes on where the one before ended, for
/// truncated back-propagation through time; at the end of its part, a stream begins again.
class StreamSource final : public BatchSource {
  public:
    /// `tokens` must outlive the source. Throws `Error` with CorpusTooShort when `texts` parts of `length` tokens and
    /// the one that follows do not fit.
    StreamSource(std::span<const int> tokens, std::int64_t texts, std::int64_t length);

    TrainingBatch draw() override;
    bool continues() const override { return true; }
    SourceState state() const override { return {{}, {m_place}}; }
    bool canRestore(const SourceState& state) const override;
    void restore(const SourceState& state) override;

  private:
    std::span<const int> m_tokens;
    std::int64_t m_texts;
    std::int64_t m_length;
    std::int64_t m_part;       ///< tokens of each stream
    std::int64_t m_place = 0;  ///< how far into its part each stream is
    std::vector<int> m_ids;
    std::vector<int> m_targets;
};

}  // namespace attentarium
