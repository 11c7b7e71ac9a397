#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/text/vocabulary.h"

namespace attentarium {

/// Two tokens, as bytes, that become one.
struct BytePairMerge {
    std::string left;
    std::string right;

    std::string merged() const { return left + right; }
    bool operator==(const BytePairMerge&) const = default;
};

/// What byte-pair encoding has learned (Sennrich et al., 2016): pairs of tokens, each of which becomes one token, in
/// the order in which they are merged. It begins with the 256 bytes; so every text has tokens.
class BytePairMerges {
  public:
    BytePairMerges() = default;
    /// Throws `LogicError` where `firstBroken` finds something.
    explicit BytePairMerges(std::vector<BytePairMerge> merges);

    /// The place of the first merge that stands twice, or of which a side is neither a byte nor made by an earlier one.
    static std::optional<std::size_t> firstBroken(std::span<const BytePairMerge> merges);

    int size() const { return static_cast<int>(m_merges.size()); }
    std::span<const BytePairMerge> list() const { return m_merges; }
    /// The first `count` of them: what was known after so many merges.
    BytePairMerges first(int count) const;
    /// The bytes in the order of their letters, then what the merges make, in their order. Two merges that make the
    /// same token have one place, the first one's.
    Vocabulary vocabulary() const;
    /// Whether `vocabulary` has every byte and everything that is merged; it may have more, in any order.
    bool fit(const Vocabulary& vocabulary) const;

    bool operator==(const BytePairMerges&) const = default;

  private:
    std::vector<BytePairMerge> m_merges;
};

}  // namespace attentarium
