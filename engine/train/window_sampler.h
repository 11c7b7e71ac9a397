#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/random.h"

namespace attentarium {

/// A text as ids, split into the part to learn from and the part held out.
struct SplitCorpus {
    std::span<const int> training;
    std::span<const int> heldOut;
};

/// The last tenth is held out.
SplitCorpus split(std::span<const int> tokens);

/// Draws batches of windows from a text, each with the tokens that follow. Draws come from one stream, so its state
/// is the position in the data.
class WindowSampler {
  public:
    /// `starts` are the only places where a window may begin, for texts made of stories; empty allows every place.
    /// Throws `Error` with `CorpusTooShort` when no window of `length` and its next token fits.
    WindowSampler(std::span<const int> tokens, std::vector<std::int64_t> starts, std::int64_t length,
                  std::uint64_t seed);

    /// Fills `ids` and `targets`, both batch × length.
    void draw(std::span<int> ids, std::span<int> targets);

    const Random& random() const { return m_random; }
    void setRandomState(const Random::State& state) { m_random.setState(state); }

  private:
    std::span<const int> m_tokens;
    std::vector<std::int64_t> m_starts;
    std::int64_t m_length;
    Random m_random;
};

}  // namespace attentarium
