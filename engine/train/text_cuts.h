#pragma once

#include <cstdint>
#include <span>
#include <vector>

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
    std::size_t count() const { return m_cuts.empty() ? m_windows : m_cuts.size(); }
    std::span<const int> operator[](std::size_t index) const;

  private:
    struct Cut {
        std::size_t start, length;
    };
    std::span<const int> m_tokens;
    std::vector<Cut> m_cuts;  ///< empty: all windows
    std::size_t m_windows = 0;
    std::int64_t m_longest;
};

}  // namespace attentarium
