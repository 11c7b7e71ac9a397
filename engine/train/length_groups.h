#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/function_reference.h"
#include "engine/core/random.h"
#include "engine/train/batch_source.h"

namespace attentarium {

/// Draws which texts make the next batch, texts of like length together, so that little of a batch is padding. Several
/// batches are drawn at once, sorted by length, cut apart, and handed out in random order: in the long run every text
/// is as likely as every other.
class LengthGroups {
  public:
    /// Batches of `texts` out of `count`.
    LengthGroups(std::size_t count, std::int64_t texts, std::uint64_t seed);

    struct Choice {
        std::span<const std::size_t> texts;  ///< the longest one last
        std::uint64_t seed;                  ///< for whatever else is random in this batch
    };
    /// `lengthOf(i)` is the length of text `i`, always the same.
    Choice next(FunctionReference<std::int64_t(std::size_t)> lengthOf);

    SourceState state() const { return {m_before, {m_given}}; }
    bool canRestore(const SourceState& state) const;
    void restore(const SourceState& state);

  private:
    struct Drawn {
        std::int64_t length;
        std::size_t order;  ///< in which it was drawn
        std::size_t text;
        auto operator<=>(const Drawn&) const = default;
    };
    struct Batch {
        std::size_t first;  ///< in `m_sorted`
        std::uint64_t seed;
    };
    void drawGroup(FunctionReference<std::int64_t(std::size_t)> lengthOf);

    std::size_t m_count;
    std::size_t m_texts;
    Random m_random;
    Random::State m_before;    ///< of the stream, before the present batches were drawn
    std::int64_t m_given = 0;  ///< how many of them have been handed out
    std::vector<Drawn> m_drawn;
    std::vector<std::size_t> m_sorted;
    std::vector<Batch> m_batches;
};

}  // namespace attentarium
