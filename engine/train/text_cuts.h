#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/random.h"

namespace attentarium {

/// Single texts cut from one long row of tokens: stories where it is known where they begin, else windows from
/// anywhere.
class TextCuts {
  public:
    /// A text goes from one of `starts` up to the next, but has at most `length` tokens; the last one, whose end is not
    /// known, and those of fewer than `shortest` tokens are left out. Without `starts` every window of `length` tokens
    /// is a text. Throws `Error` with CorpusTooShort when there is none.
    TextCuts(std::span<const int> tokens, std::span<const std::int64_t> starts, std::int64_t length,
             std::int64_t shortest = 1);

    /// The most tokens that a text has.
    std::int64_t longest() const { return m_longest; }
    /// One of the texts, each as likely.
    std::span<const int> draw(Random& random) const;

  private:
    struct Cut {
        std::size_t start, length;
    };
    std::span<const int> m_tokens;
    std::vector<Cut> m_cuts;  ///< empty: all windows
    std::int64_t m_longest;
};

}  // namespace attentarium
