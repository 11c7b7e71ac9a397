#pragma once

#include <cstdint>
#include <span>

namespace attentarium {

/// Texts as rows of ids, one after the other. Shorter texts are filled up with any valid ids, which are padding:
/// nothing within a text depends on them.
struct TokenRows {
    std::span<const int> ids;               ///< texts × length
    std::int64_t length = 0;                ///< of the longest
    std::span<const std::int64_t> lengths;  ///< of each text; empty when all are whole

    std::int64_t texts() const { return length == 0 ? 0 : static_cast<std::int64_t>(ids.size()) / length; }
    std::int64_t lengthOf(std::int64_t text) const {
        return lengths.empty() ? length : lengths[static_cast<std::size_t>(text)];
    }
};

/// What a model runs on. Borrowed memory, which must outlive the recording.
struct Batch {
    TokenRows tokens;               ///< what is continued, filled in or judged
    TokenRows source;               ///< what an encoder–decoder reads; empty for other families
    std::span<const int> segments;  ///< 0 or 1 for each token, where pairs of sentences are told apart; empty: all 0

    std::int64_t texts() const { return tokens.texts(); }
};

/// A batch of texts of one length.
inline Batch batchOf(std::span<const int> ids, std::int64_t length) {
    return {.tokens = {ids, length, {}}};
}

}  // namespace attentarium
