#include "engine/models/ngram_model.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "engine/core/error.h"

namespace attentarium {
namespace {

NgramCounts countsOf(const ModelConfig& config, std::span<const int> tokens) {
    validate(config);
    return {static_cast<int>(config.order), tokens};
}

/// From how many n-grams count 1, 2, 3 and 4: D(r) = r − (r + 1) · n₁ / (n₁ + 2 n₂) · n(r + 1) / n(r).
std::array<double, 3> discountsFrom(const std::array<std::int64_t, 4>& n) {
    const auto once = static_cast<double>(n[0]), twice = static_cast<double>(n[1]);
    const double single = n[0] == 0 ? 0.5 : once / (once + 2 * twice);
    std::array<double, 3> discounts{};
    for (std::size_t r = 1; r <= discounts.size(); ++r) {
        const auto size = static_cast<double>(r);
        discounts[r - 1] = size - (size + 1) * single * static_cast<double>(n[r]) / static_cast<double>(n[r - 1]);
    }
    // A discount of nothing would leave nothing for what was never seen.
    const bool usable = std::ranges::all_of(n, [](std::int64_t count) { return count > 0; }) &&
                        std::ranges::all_of(discounts, [](double discount) { return discount > 0; });
    if (!usable) discounts.fill(single);
    return discounts;
}

}  // namespace

NgramModel::NgramModel(const ModelConfig& config, std::span<const int> tokens)
    : NgramModel(config, countsOf(config, tokens)) {}

NgramModel::NgramModel(const ModelConfig& config, NgramCounts counts)
    : m_config((validate(config), config)), m_counts(std::move(counts)) {
    expects(config.family == Family::Ngram && m_counts.order() == config.order,
            "[ngram] the counts must be of the family and order");
    expects(m_counts.level(1).last.back() < config.vocabulary, "[ngram] a token is outside the vocabulary");
    prepare();
}

void NgramModel::prepare() {
    for (int length = 1; length <= m_config.order; ++length) {
        std::array<std::int64_t, 4> withCount{};
        for (std::size_t i = 0; i < m_counts.level(length).size(); ++i) {
            const std::int64_t count = counted(length, i);
            if (count >= 1 && count <= 4) ++withCount[static_cast<std::size_t>(count) - 1];
        }
        m_discounts.push_back(discountsFrom(withCount));
    }
    m_sums.push_back({sumsOf(0, m_counts.continuations({}))});
    for (int length = 1; length < m_config.order; ++length) {
        const NgramCounts::Level& level = m_counts.level(length);
        std::vector<Sums>& sums = m_sums.emplace_back();
        for (std::size_t i = 0; i < level.size(); ++i) {
            sums.push_back(sumsOf(length, {static_cast<std::size_t>(level.firstChild[i]),
                                           static_cast<std::size_t>(level.firstChild[i + 1])}));
        }
    }
}

std::int64_t NgramModel::counted(int length, std::size_t place) const {
    const NgramCounts::Level& level = m_counts.level(length);
    const bool whole = length == m_config.order || m_config.smoothing == Smoothing::AddK;
    return whole ? level.seen[place] : level.tokensBefore[place];
}

double NgramModel::discountOf(int length, std::int64_t counted) const {
    if (counted == 0 || m_config.smoothing == Smoothing::AddK) return 0;
    return discounts(length)[static_cast<std::size_t>(std::min<std::int64_t>(counted, 3)) - 1];
}

NgramModel::Sums NgramModel::sumsOf(int length, NgramCounts::Range continuations) const {
    Sums sums;
    double discounted = 0;
    for (std::size_t i = continuations.begin; i < continuations.end; ++i) {
        const std::int64_t count = counted(length + 1, i);
        sums.total += count;
        discounted += discountOf(length + 1, count);
    }
    if (sums.total > 0) sums.backOff = discounted / static_cast<double>(sums.total);
    return sums;
}

std::span<const int> NgramModel::known(std::span<const int> history) const {
    return history.last(std::min(history.size(), static_cast<std::size_t>(m_config.order) - 1));
}

const NgramModel::Sums* NgramModel::find(std::span<const int> history) const {
    if (history.empty()) return &m_sums[0][0];
    const std::ptrdiff_t place = m_counts.find(history);
    return place == NgramCounts::kNotSeen ? nullptr : &m_sums[history.size()][static_cast<std::size_t>(place)];
}

std::vector<NgramTerm> NgramModel::terms(std::span<const int> history, int token) const {
    expects(token >= 0 && token < m_config.vocabulary, "[ngram] the token is outside the vocabulary");
    history = known(history);
    std::vector<int> ngram(history.begin(), history.end());
    ngram.push_back(token);
    const bool addK = m_config.smoothing == Smoothing::AddK;
    const auto vocabulary = static_cast<double>(m_config.vocabulary);
    std::vector<NgramTerm> terms;
    double weight = 1;
    for (std::size_t from = 0; from <= history.size(); ++from) {
        const auto seen = std::span<const int>(ngram).subspan(from);
        const auto length = static_cast<int>(seen.size());
        const std::ptrdiff_t place = m_counts.find(seen);
        const std::int64_t count =
            place == NgramCounts::kNotSeen ? 0 : counted(length, static_cast<std::size_t>(place));
        const Sums* sums = find(history.subspan(from));
        const double total = sums ? static_cast<double>(sums->total) : 0;
        if (addK) {
            return {{length - 1, 1, static_cast<double>(count) + m_config.addK, total + m_config.addK * vocabulary}};
        }
        // What was never seen before anything has nothing to say.
        if (total == 0) continue;
        terms.push_back({length - 1, weight, static_cast<double>(count) - discountOf(length, count), total});
        weight *= sums->backOff;
    }
    terms.push_back({-1, weight, 1, vocabulary});
    return terms;
}

double NgramModel::probability(std::span<const int> history, int token) const {
    double sum = 0;
    for (const NgramTerm& term : terms(history, token)) sum += term.value();
    return sum;
}

NgramHistory NgramModel::look(std::span<const int> history) const {
    history = known(history);
    const auto length = static_cast<int>(history.size()) + 1;
    NgramHistory seen;
    if (const Sums* sums = find(history)) {
        seen.total = sums->total;
        seen.backOff = sums->backOff;
    }
    if (m_config.smoothing == Smoothing::AddK) seen.backOff = 0;
    const NgramCounts::Range range = m_counts.continuations(history);
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const std::int64_t count = counted(length, i);
        seen.continuations.push_back(
            {m_counts.level(length).last[i], m_counts.level(length).seen[i], count, discountOf(length, count)});
    }
    return seen;
}

std::vector<double> NgramModel::distribution(std::span<const int> history) const {
    history = known(history);
    const auto vocabulary = static_cast<double>(m_config.vocabulary);
    std::vector<double> probabilities(static_cast<std::size_t>(m_config.vocabulary), 1 / vocabulary);
    if (m_config.smoothing == Smoothing::AddK) {
        const NgramHistory seen = look(history);
        const double total = static_cast<double>(seen.total) + m_config.addK * vocabulary;
        std::ranges::fill(probabilities, m_config.addK / total);
        for (const NgramContinuation& next : seen.continuations) {
            probabilities[static_cast<std::size_t>(next.token)] += static_cast<double>(next.counted) / total;
        }
        return probabilities;
    }
    // From no history at all to the longest, each mixed with what the shorter one says.
    for (std::size_t length = 0; length <= history.size(); ++length) {
        const NgramHistory seen = look(history.last(length));
        if (seen.total == 0) continue;
        for (double& probability : probabilities) probability *= seen.backOff;
        for (const NgramContinuation& next : seen.continuations) {
            probabilities[static_cast<std::size_t>(next.token)] +=
                (static_cast<double>(next.counted) - next.discount) / static_cast<double>(seen.total);
        }
    }
    return probabilities;
}

double NgramModel::crossEntropy(std::span<const int> tokens) const {
    expects(tokens.size() >= 2, "[ngram] a cross-entropy needs two tokens or more");
    double total = 0;
    for (std::size_t i = 1; i < tokens.size(); ++i) total -= std::log(probability(tokens.first(i), tokens[i]));
    return total / static_cast<double>(tokens.size() - 1);
}

}  // namespace attentarium
