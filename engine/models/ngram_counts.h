#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace attentarium {

/// How often every n-gram of a text was seen, for n from 1 to an order, as a tree: the continuations of a history of
/// n tokens stand side by side in level n + 1, by rising token.
class NgramCounts {
  public:
    static constexpr int kMaximumOrder = 5;

    /// All n-grams of one length, in lexical order.
    struct Level {
        std::vector<int> last;                     ///< the last token of each
        std::vector<std::int64_t> seen;            ///< how often it occurs
        std::vector<std::int64_t> firstChild;      ///< its continuations in the next level begin here; one entry more
        std::vector<std::int64_t> tokensBefore{};  ///< how many different tokens were seen before it, N₁₊(• n-gram)

        std::size_t size() const { return last.size(); }
    };
    /// Neighbours in one level, `end` exclusive.
    struct Range {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    /// Counts `tokens`, ids of 0 or more. Throws `LogicError` unless `order` is from 1 to 5 and there is a token.
    NgramCounts(int order, std::span<const int> tokens);
    /// Takes n-grams that were counted before, without `tokensBefore`. Throws `LogicError` where they do not
    /// fit together; see `consistent`.
    explicit NgramCounts(std::vector<Level> levels);

    /// Whether such levels can come from one text: sorted, every beginning and end of an n-gram there too, and its
    /// continuations as many as it was seen, but for one at the end of the text.
    static bool consistent(std::span<const Level> levels);

    int order() const { return static_cast<int>(m_levels.size()); }
    /// The n-grams of `length` tokens, from 1 to the order.
    const Level& level(int length) const { return m_levels[static_cast<std::size_t>(length) - 1]; }
    /// Where an n-gram stands in its level; none when it was not seen. At least one token.
    std::ptrdiff_t find(std::span<const int> ngram) const;
    /// The n-grams that lengthen `history` by one token, in the level after its own; `history` is shorter than the
    /// order and may be empty.
    Range continuations(std::span<const int> history) const;
    /// The first token of every n-gram of `length`, then the second …: [n-grams, length].
    std::vector<std::int64_t> keys(int length) const;

    static constexpr std::ptrdiff_t kNotSeen = -1;

  private:
    void countTokensBefore();

    std::vector<Level> m_levels;
};

}  // namespace attentarium
