#include "engine/models/ngram_counts.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

#include "engine/core/error.h"

namespace attentarium {
namespace {

using Level = NgramCounts::Level;

/// The place of each n-gram's beginning in the level before.
std::vector<std::size_t> parentsOf(const Level& shorter, const Level& level) {
    std::vector<std::size_t> parents(level.size());
    for (std::size_t parent = 0; parent < shorter.size(); ++parent) {
        for (auto child = shorter.firstChild[parent]; child < shorter.firstChild[parent + 1]; ++child) {
            parents[static_cast<std::size_t>(child)] = parent;
        }
    }
    return parents;
}

/// The keys of a level, from those of the level before.
std::vector<std::int64_t> lengthened(const std::vector<std::int64_t>& keys, std::size_t length, const Level& shorter,
                                     const Level& level) {
    std::vector<std::int64_t> longer;
    longer.reserve(level.size() * (length + 1));
    const std::vector<std::size_t> parents = parentsOf(shorter, level);
    for (std::size_t i = 0; i < level.size(); ++i) {
        const auto begin = keys.begin() + static_cast<std::ptrdiff_t>(parents[i] * length);
        longer.insert(longer.end(), begin, begin + static_cast<std::ptrdiff_t>(length));
        longer.push_back(level.last[i]);
    }
    return longer;
}

std::vector<std::int64_t> keysOf(std::span<const Level> levels) {
    std::vector<std::int64_t> keys(levels[0].last.begin(), levels[0].last.end());
    for (std::size_t n = 1; n < levels.size(); ++n) keys = lengthened(keys, n, levels[n - 1], levels[n]);
    return keys;
}

template <typename Token>
std::ptrdiff_t findIn(std::span<const Level> levels, std::span<const Token> ngram) {
    std::size_t begin = 0, end = levels[0].size(), at = 0;
    for (std::size_t n = 0; n < ngram.size(); ++n) {
        const auto siblings = std::span(levels[n].last).first(end).subspan(begin);
        const auto found = std::lower_bound(siblings.begin(), siblings.end(), ngram[n]);
        if (found == siblings.end() || *found != ngram[n]) return NgramCounts::kNotSeen;
        at = begin + static_cast<std::size_t>(found - siblings.begin());
        if (n + 1 == ngram.size()) break;
        begin = static_cast<std::size_t>(levels[n].firstChild[at]);
        end = static_cast<std::size_t>(levels[n].firstChild[at + 1]);
    }
    return static_cast<std::ptrdiff_t>(at);
}

bool risingWithin(const Level& level, std::size_t begin, std::size_t end) {
    const auto siblings = std::span(level.last).first(end).subspan(begin);
    return std::ranges::adjacent_find(siblings, std::greater_equal<>()) == siblings.end();
}

/// Whether the continuations of `level` in `longer` are sorted and as many as was seen, but for one n-gram's last time.
bool continues(const Level& level, const Level& longer) {
    if (level.firstChild.size() != level.size() + 1 || level.firstChild.front() != 0) return false;
    const auto size = static_cast<std::int64_t>(longer.size());
    if (level.firstChild.back() != size) return false;
    std::int64_t endings = 0;
    for (std::size_t i = 0; i < level.size(); ++i) {
        if (level.firstChild[i] > level.firstChild[i + 1] || level.firstChild[i + 1] > size) return false;
        const auto begin = static_cast<std::size_t>(level.firstChild[i]);
        const auto end = static_cast<std::size_t>(level.firstChild[i + 1]);
        if (!risingWithin(longer, begin, end)) return false;
        std::int64_t left = level.seen[i];
        for (std::size_t child = begin; child < end; ++child) {
            if (longer.seen[child] > left) return false;
            left -= longer.seen[child];
        }
        endings += left;
        if (endings > 1) return false;
    }
    return true;
}

}  // namespace

NgramCounts::NgramCounts(int order, std::span<const int> tokens) {
    expects(order >= 1 && order <= kMaximumOrder, "[ngram] the order must be from 1 to 5");
    expects(!tokens.empty() && *std::ranges::min_element(tokens) >= 0, "[ngram] needs tokens, their ids from 0");
    // Where n-grams begin, by what they are: equal ones stand together, at every length.
    const auto longest = static_cast<std::size_t>(order);
    const auto from = [&](std::size_t start) {
        return tokens.subspan(start, std::min(longest, tokens.size() - start));
    };
    std::vector<std::size_t> starts(tokens.size());
    std::iota(starts.begin(), starts.end(), std::size_t{0});
    std::ranges::sort(
        starts, [&](std::size_t a, std::size_t b) { return std::ranges::lexicographical_compare(from(a), from(b)); });
    m_levels.resize(longest);
    std::span<const int> before;
    for (const std::size_t start : starts) {
        const std::span<const int> ngram = from(start);
        const auto shared = static_cast<std::size_t>(std::ranges::mismatch(before, ngram).in1 - before.begin());
        for (std::size_t n = 0; n < ngram.size(); ++n) {
            Level& level = m_levels[n];
            if (n >= shared) {
                level.last.push_back(ngram[n]);
                level.seen.push_back(0);
                if (n + 1 < longest) level.firstChild.push_back(static_cast<std::int64_t>(m_levels[n + 1].size()));
            }
            ++level.seen.back();
        }
        before = ngram;
    }
    for (std::size_t n = 0; n + 1 < longest; ++n) {
        m_levels[n].firstChild.push_back(static_cast<std::int64_t>(m_levels[n + 1].size()));
    }
    countTokensBefore();
}

NgramCounts::NgramCounts(std::vector<Level> levels) : m_levels(std::move(levels)) {
    expects(consistent(m_levels), "[ngram] these counts do not come from one text");
    countTokensBefore();
}

bool NgramCounts::consistent(std::span<const Level> levels) {
    if (levels.empty() || !levels.back().firstChild.empty() ||
        levels.size() > static_cast<std::size_t>(kMaximumOrder) || levels[0].size() == 0)
        return false;
    for (const Level& level : levels) {
        if (level.seen.size() != level.size()) return false;
        if (std::ranges::any_of(level.last, [](int token) { return token < 0; })) return false;
        if (std::ranges::any_of(level.seen,
                                [](std::int64_t seen) { return seen < 1 || seen > (std::int64_t{1} << 53); })) {
            return false;
        }
    }
    if (!risingWithin(levels[0], 0, levels[0].size())) return false;
    for (std::size_t n = 0; n + 1 < levels.size(); ++n) {
        if (!continues(levels[n], levels[n + 1])) return false;
    }
    for (std::size_t n = 1; n < levels.size(); ++n) {
        const std::vector<std::int64_t> keys = keysOf(levels.first(n + 1));
        for (std::size_t i = 0; i < levels[n].size(); ++i) {
            const std::span<const std::int64_t> end = std::span(keys).subspan(i * (n + 1) + 1, n);
            const std::ptrdiff_t place = findIn<std::int64_t>(levels, end);
            if (place == kNotSeen || levels[n - 1].seen[static_cast<std::size_t>(place)] < levels[n].seen[i])
                return false;
        }
    }
    return true;
}

void NgramCounts::countTokensBefore() {
    for (std::size_t n = 0; n + 1 < m_levels.size(); ++n) {
        Level& level = m_levels[n];
        level.tokensBefore.assign(level.size(), 0);
        const std::vector<std::int64_t> keys = keysOf(std::span(m_levels).first(n + 2));
        // Each n-gram one longer is its own end, with one more token before it.
        for (std::size_t i = 0; i < m_levels[n + 1].size(); ++i) {
            const std::span<const std::int64_t> end = std::span(keys).subspan(i * (n + 2) + 1, n + 1);
            ++level.tokensBefore[static_cast<std::size_t>(findIn<std::int64_t>(m_levels, end))];
        }
    }
}

std::ptrdiff_t NgramCounts::find(std::span<const int> ngram) const {
    expects(!ngram.empty() && ngram.size() <= m_levels.size(), "[ngram] looks for 1 token up to the order");
    return findIn<int>(m_levels, ngram);
}

NgramCounts::Range NgramCounts::continuations(std::span<const int> history) const {
    expects(history.size() < m_levels.size(), "[ngram] a history is shorter than the order");
    if (history.empty()) return {0, m_levels[0].size()};
    const std::ptrdiff_t place = find(history);
    if (place == kNotSeen) return {};
    const Level& level = m_levels[history.size() - 1];
    const auto at = static_cast<std::size_t>(place);
    return {static_cast<std::size_t>(level.firstChild[at]), static_cast<std::size_t>(level.firstChild[at + 1])};
}

std::vector<std::int64_t> NgramCounts::keys(int length) const {
    return keysOf(std::span(m_levels).first(static_cast<std::size_t>(length)));
}

}  // namespace attentarium
