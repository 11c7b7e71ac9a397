#include "engine/text/byte_pair/byte_pair_merges.h"

#include <algorithm>
#include <set>
#include <unordered_set>
#include <utility>

#include "engine/core/error.h"
#include "engine/text/byte_pair/byte_letters.h"

namespace attentarium {

BytePairMerges::BytePairMerges(std::vector<BytePairMerge> merges) : m_merges(std::move(merges)) {
    expects(!firstBroken(m_merges), "[byte pairs] a merge stands twice or joins what is not there yet");
}

std::optional<std::size_t> BytePairMerges::firstBroken(std::span<const BytePairMerge> merges) {
    std::set<std::pair<std::string_view, std::string_view>> seen;
    std::unordered_set<std::string> made;
    const auto isThere = [&](const std::string& token) { return token.size() == 1 || made.contains(token); };
    for (std::size_t i = 0; i < merges.size(); ++i) {
        const auto& [left, right] = merges[i];
        if (!isThere(left) || !isThere(right) || !seen.emplace(left, right).second) return i;
        made.insert(merges[i].merged());
    }
    return std::nullopt;
}

BytePairMerges BytePairMerges::first(int count) const {
    expects(count >= 0 && count <= size(), "[byte pairs] there are not so many merges");
    BytePairMerges some;
    some.m_merges.assign(m_merges.begin(), m_merges.begin() + count);
    return some;
}

Vocabulary BytePairMerges::vocabulary() const {
    std::vector<std::string> tokens;
    std::unordered_set<std::string> seen;
    for (const char byte : bytesInLetterOrder()) tokens.emplace_back(1, byte);
    for (const BytePairMerge& merge : m_merges) {
        if (seen.insert(merge.merged()).second) tokens.push_back(merge.merged());
    }
    return Vocabulary(std::move(tokens));
}

bool BytePairMerges::fit(const Vocabulary& vocabulary) const {
    const auto has = [&](std::string_view token) { return vocabulary.find(token).has_value(); };
    return std::ranges::all_of(bytesInLetterOrder(), [&](const char& byte) { return has({&byte, 1}); }) &&
           std::ranges::all_of(m_merges, has, &BytePairMerge::merged);
}

}  // namespace attentarium
