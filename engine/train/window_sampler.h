#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/random.h"
#include "engine/train/batch_source.h"

namespace attentarium {

/// A text as ids, split into the part to learn from and the part held out.
struct SplitCorpus {
    std::span<const int> training;
    std::span<const int> heldOut;
};

/// The last tenth is held out.
SplitCorpus split(std::span<const int> tokens);

/// Draws batches of windows from a text, each token's target being the one that follows.
class WindowSampler final : public BatchSource {
  public:
    /// `starts` are the only places where a window may begin, for texts made of stories; empty allows every place.
    /// Throws `Error` with `CorpusTooShort` when no window of `length` and its next token fits.
    WindowSampler(std::span<const int> tokens, std::vector<std::int64_t> starts, std::int64_t texts,
                  std::int64_t length, std::uint64_t seed);

    TrainingBatch draw() override;
    SourceState state() const override { return {m_random.state(), {}}; }
    void restore(const SourceState& state) override { m_random.setState(state.random); }

  private:
    std::span<const int> m_tokens;
    std::vector<std::int64_t> m_starts;
    std::int64_t m_length;
    Random m_random;
    std::vector<int> m_ids;
    std::vector<int> m_targets;
};

}  // namespace attentarium
