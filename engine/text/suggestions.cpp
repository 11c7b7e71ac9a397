#include <algorithm>
#include <cctype>
#include <numeric>

#include "engine/text/tokenizer.h"
#include "engine/text/utf8.h"

namespace attentarium {
namespace {

// A longer word is no likely typing error, and comparing it would take time.
constexpr std::size_t kLongestCompared = 64;

std::u32string folded(std::string_view word) {
    std::u32string letters;
    for (const std::string_view character : characters(word)) {
        const char32_t letter = codePoint(character);
        letters += letter < 0x80 ? static_cast<char32_t>(std::tolower(static_cast<int>(letter))) : letter;
    }
    return letters.substr(0, kLongestCompared);
}

/// How many letters have to be put in, taken out or changed to make `right` of `left` (Levenshtein's distance).
int editDistance(const std::u32string& left, const std::u32string& right) {
    std::vector<int> row(right.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 0; i < left.size(); ++i) {
        int diagonal = row[0]++;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const int changed = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
        }
    }
    return row[right.size()];
}

}  // namespace

std::vector<std::string> Tokenizer::suggestions(std::string_view unknown, int count) const {
    struct Candidate {
        double distance;
        int id;
        auto operator<=>(const Candidate&) const = default;
    };
    const std::u32string wanted = folded(unknown);
    std::vector<Candidate> candidates;
    for (int id = 0; id < m_vocabulary.size(); ++id) {
        const std::u32string known = folded(m_vocabulary.token(id));
        if (isSpace(known[0]) || isPunctuation(known[0])) continue;
        // Words of which one begins the other are near, and those that are longer by little come first.
        const bool begins = !wanted.empty() && (known.starts_with(wanted) || wanted.starts_with(known));
        const double longer = static_cast<double>(std::max({known.size(), wanted.size(), std::size_t{1}}));
        candidates.push_back({editDistance(wanted, known) / longer - (begins ? 0.5 : 0.0), id});
    }
    const std::size_t kept = std::min(candidates.size(), static_cast<std::size_t>(std::max(count, 0)));
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(kept), candidates.end());
    std::vector<std::string> best;
    for (std::size_t i = 0; i < kept; ++i) best.push_back(m_vocabulary.token(candidates[i].id));
    return best;
}

}  // namespace attentarium
