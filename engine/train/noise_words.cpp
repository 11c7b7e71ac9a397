#include "engine/train/noise_words.h"

#include <algorithm>
#include <cmath>

#include "engine/core/error.h"

namespace attentarium {

std::vector<std::int64_t> countsOf(std::span<const int> tokens, std::int64_t vocabulary) {
    std::vector<std::int64_t> counts(static_cast<std::size_t>(vocabulary));
    for (const int token : tokens) {
        expects(token >= 0 && token < vocabulary, "[noise_words] a token is outside the vocabulary");
        ++counts[static_cast<std::size_t>(token)];
    }
    return counts;
}

NoiseWords::NoiseWords(std::span<const std::int64_t> counts) {
    expects(std::ranges::count_if(counts, [](std::int64_t count) { return count > 0; }) >= 2,
            "[noise_words] two different words must occur");
    expects(counts.size() < std::size_t{1} << 32, "[noise_words] there are too many words");
    double total = 0;
    for (const std::int64_t count : counts) total += count > 0 ? std::pow(static_cast<double>(count), kPower) : 0;
    // Each place has room for one mean share: words with less are filled up with those that have more.
    std::vector<double> shares;
    std::vector<std::size_t> less, more;
    for (std::size_t word = 0; word < counts.size(); ++word) {
        const double power = counts[word] > 0 ? std::pow(static_cast<double>(counts[word]), kPower) : 0;
        shares.push_back(power / total * static_cast<double>(counts.size()));
        (shares.back() < 1 ? less : more).push_back(word);
    }
    m_places.resize(counts.size());
    while (!less.empty() && !more.empty()) {
        const std::size_t small = less.back(), large = more.back();
        less.pop_back();
        m_places[small] = {static_cast<std::uint64_t>(shares[small] * 0x1p32), static_cast<int>(small),
                           static_cast<int>(large)};
        shares[large] -= 1 - shares[small];
        if (shares[large] >= 1) continue;
        more.pop_back();
        less.push_back(large);
    }
    // What is left has a whole place but for rounding; a word that never occurs is never left with one.
    const auto likeliest = static_cast<int>(std::ranges::max_element(counts) - counts.begin());
    for (const auto* rest : {&less, &more}) {
        for (const std::size_t word : *rest) {
            const int id = counts[word] > 0 ? static_cast<int>(word) : likeliest;
            m_places[word] = {std::uint64_t{1} << 32, id, id};
        }
    }
}

}  // namespace attentarium
