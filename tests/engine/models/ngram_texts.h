#pragma once

#include <algorithm>
#include <vector>

#include "engine/core/random.h"

namespace attentarium::test {

/// A text of `length` tokens in which low ids are frequent and runs repeat, so that counts of many sizes occur.
inline std::vector<int> someText(std::uint64_t seed, std::size_t length, int vocabulary) {
    Random random(seed);
    std::vector<int> text;
    while (text.size() < length) {
        const double share = random.uniform();
        text.push_back(static_cast<int>(share * share * vocabulary));
        if (text.size() > 6 && random.below(3) == 0) {
            const std::size_t from = random.below(text.size() - 3);
            for (std::size_t i = 0; i < 3; ++i) text.push_back(text[from + i]);
        }
    }
    text.resize(length);
    return text;
}

/// How often `ngram` occurs in `text`, by looking everywhere.
inline std::int64_t occurrences(const std::vector<int>& text, const std::vector<int>& ngram) {
    std::int64_t count = 0;
    for (std::size_t at = 0; at + ngram.size() <= text.size(); ++at) {
        count += std::equal(ngram.begin(), ngram.end(), text.begin() + static_cast<std::ptrdiff_t>(at));
    }
    return count;
}

}  // namespace attentarium::test
