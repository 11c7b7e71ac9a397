#include "engine/models/ngram_model.h"

#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>

#include "engine/core/error.h"
#include "tests/engine/models/ngram_texts.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

using test::occurrences;
using test::someText;
using Tokens = std::vector<int>;

Tokens joined(const Tokens& history, int token) {
    Tokens ngram = history;
    ngram.push_back(token);
    return ngram;
}

/// Kneser–Ney as it stands in the papers, from nothing but the text: every count is taken anew.
class ByHand {
  public:
    ByHand(Tokens text, int order, int vocabulary)
        : m_text(std::move(text)), m_order(order), m_vocabulary(vocabulary) {}

    double probability(Tokens history, int token) const {
        if (static_cast<int>(history.size()) >= m_order) {
            history.erase(history.begin(), history.end() - (m_order - 1));
        }
        return estimate(history, token);
    }

    std::int64_t count(const Tokens& ngram) const {
        if (static_cast<int>(ngram.size()) == m_order) return occurrences(m_text, ngram);
        std::int64_t different = 0;
        for (int before = 0; before < m_vocabulary; ++before) {
            Tokens longer{before};
            longer.insert(longer.end(), ngram.begin(), ngram.end());
            different += occurrences(m_text, longer) > 0;
        }
        return different;
    }

  private:
    double estimate(const Tokens& history, int token) const {
        double total = 0, once = 0, twice = 0, more = 0;
        for (int next = 0; next < m_vocabulary; ++next) {
            const std::int64_t c = count(joined(history, next));
            total += static_cast<double>(c);
            once += c == 1;
            twice += c == 2;
            more += c >= 3;
        }
        const double shorter =
            history.empty() ? 1.0 / m_vocabulary : estimate(Tokens(history.begin() + 1, history.end()), token);
        if (total == 0) return shorter;
        const auto [d1, d2, d3] = discounts(history.size() + 1);
        const std::int64_t c = count(joined(history, token));
        const double d = c == 0 ? 0 : c == 1 ? d1 : c == 2 ? d2 : d3;
        return (static_cast<double>(c) - d) / total + (d1 * once + d2 * twice + d3 * more) / total * shorter;
    }

    std::array<double, 3> discounts(std::size_t length) const {
        const auto known = m_discounts.find(length);
        if (known != m_discounts.end()) return known->second;
        std::map<std::int64_t, double> n;
        std::set<Tokens> ngrams;
        for (std::size_t at = 0; at + length <= m_text.size(); ++at) {
            const auto begin = m_text.begin() + static_cast<std::ptrdiff_t>(at);
            ngrams.insert(Tokens(begin, begin + static_cast<std::ptrdiff_t>(length)));
        }
        for (const Tokens& ngram : ngrams) ++n[count(ngram)];
        const double y = n[1] > 0 ? n[1] / (n[1] + 2 * n[2]) : 0.5;
        std::array<double, 3> d{1 - 2 * y * n[2] / n[1], 2 - 3 * y * n[3] / n[2], 3 - 4 * y * n[4] / n[3]};
        if (!(n[1] > 0 && n[2] > 0 && n[3] > 0 && n[4] > 0 && d[0] > 0 && d[1] > 0 && d[2] > 0)) d = {y, y, y};
        return m_discounts[length] = d;
    }

    Tokens m_text;
    int m_order;
    int m_vocabulary;
    mutable std::map<std::size_t, std::array<double, 3>> m_discounts;
};

Tokens someHistory(Random& random, const Tokens& text, int vocabulary) {
    const std::size_t length = random.below(7);
    Tokens history;
    if (random.below(2) == 0) {
        const std::size_t from = random.below(text.size() - std::min(length, text.size()) + 1);
        for (std::size_t i = 0; i < length && from + i < text.size(); ++i) history.push_back(text[from + i]);
    } else {
        for (std::size_t i = 0; i < length; ++i) {
            history.push_back(static_cast<int>(random.below(static_cast<std::uint64_t>(vocabulary))));
        }
    }
    return history;
}

TEST_CASE("The probabilities of all tokens sum to 1, after any history of any text") {
    Random random(1);
    for (int round = 0; round < 200; ++round) {
        const int vocabulary = 2 + static_cast<int>(random.below(12));
        const Tokens text = someText(random.next(), 1 + random.below(120), vocabulary);
        const ModelConfig settings{.family = Family::Ngram,
                                   .vocabulary = vocabulary + static_cast<int>(random.below(3)),
                                   .order = 1 + static_cast<int>(random.below(5)),
                                   .smoothing = round % 2 == 0 ? Smoothing::KneserNey : Smoothing::AddK,
                                   .addK = 0.01 + random.uniform()};
        const NgramModel model(settings, text);
        for (int i = 0; i < 10; ++i) {
            const Tokens history = someHistory(random, text, vocabulary);
            const std::vector<double> all = model.distribution(history);
            CHECK(std::accumulate(all.begin(), all.end(), 0.0) == Approx(1).epsilon(1e-12));
            for (int token = 0; token < settings.vocabulary; ++token) {
                const double probability = model.probability(history, token);
                CHECK(probability > 0);
                CHECK(probability == Approx(all[static_cast<std::size_t>(token)]).epsilon(1e-12));
            }
        }
    }
}

TEST_CASE("Kneser–Ney equals the papers' formulas written out") {
    Random random(2);
    for (int round = 0; round < 24; ++round) {
        // From texts too small for three discounts to one where all occur.
        const int vocabulary = 2 + static_cast<int>(random.below(6));
        const Tokens text = someText(random.next(), round < 20 ? 1 + random.below(30) : 250, vocabulary);
        const int order = 1 + round % 5;
        const ByHand expected(text, order, vocabulary);
        const NgramModel model({.family = Family::Ngram, .vocabulary = vocabulary, .order = order}, text);
        for (int i = 0; i < 12; ++i) {
            const Tokens history = someHistory(random, text, vocabulary);
            const auto token = static_cast<int>(random.below(static_cast<std::uint64_t>(vocabulary)));
            CHECK(model.probability(history, token) == Approx(expected.probability(history, token)).epsilon(1e-12));
        }
    }
}

TEST_CASE("Three discounts are estimated where the text allows it") {
    const NgramModel model({.family = Family::Ngram, .vocabulary = 12, .order = 2}, someText(5, 3000, 12));
    const auto [d1, d2, d3] = model.discounts(2);
    CHECK(d1 > 0);
    CHECK(d1 < d2);
    CHECK(d2 < d3);
    CHECK(d3 < 3);
}

TEST_CASE("A frequent word that follows only one other is not expected elsewhere") {
    // The example of the papers: "Francisco" (3) is as frequent as "glasses" (4), but stands after "San" (2) alone.
    const Tokens text{2, 3, 0, 4, 2, 3, 1, 4, 2, 3, 5, 4, 2, 3, 6, 4};
    const NgramModel model({.family = Family::Ngram, .vocabulary = 8, .order = 2}, text);
    const Tokens history{7};
    CHECK(model.probability(history, 4) > 2 * model.probability(history, 3));
    const Tokens san{2};
    CHECK(model.probability(san, 3) > 0.5);
}

TEST_CASE("Add-k is the count with k more for every token") {
    const Tokens text{0, 1, 0, 2, 0, 1};
    const NgramModel model(
        {.family = Family::Ngram, .vocabulary = 4, .order = 2, .smoothing = Smoothing::AddK, .addK = 0.5}, text);
    const Tokens history{3, 3, 0};
    CHECK(model.probability(history, 1) == Approx(2.5 / 5));
    CHECK(model.probability(history, 2) == Approx(1.5 / 5));
    CHECK(model.probability(history, 3) == Approx(0.5 / 5));
    const Tokens unseen{3};
    CHECK(model.probability(unseen, 0) == Approx(0.25));
    // Without a history the estimate is that of single tokens.
    CHECK(model.probability({}, 0) == Approx(3.5 / 8));
}

TEST_CASE("A probability is the sum of its terms, each made of what the history shows") {
    const Tokens text = someText(3, 400, 8);
    Random random(4);
    for (const Smoothing smoothing : {Smoothing::KneserNey, Smoothing::AddK}) {
        const NgramModel model({.family = Family::Ngram, .vocabulary = 9, .order = 4, .smoothing = smoothing}, text);
        for (int i = 0; i < 200; ++i) {
            const Tokens history = someHistory(random, text, 9);
            const auto token = static_cast<int>(random.below(9));
            const std::vector<NgramTerm> terms = model.terms(history, token);
            double sum = 0, weight = 1;
            for (const NgramTerm& term : terms) {
                sum += term.value();
                CHECK(term.weight == Approx(weight).epsilon(1e-12));
                if (term.historyLength < 0) continue;
                const Tokens used(history.end() - term.historyLength, history.end());
                const NgramHistory seen = model.look(used);
                const double k = smoothing == Smoothing::AddK ? model.config().addK : 0;
                CHECK(term.denominator == Approx(static_cast<double>(seen.total) + 9 * k));
                double numerator = k, discounted = 0;
                for (const NgramContinuation& next : seen.continuations) {
                    CHECK(next.seen == occurrences(text, joined(used, next.token)));
                    if (next.token == token) numerator += static_cast<double>(next.counted) - next.discount;
                    discounted += next.discount;
                }
                CHECK(term.numerator == Approx(numerator));
                if (smoothing == Smoothing::KneserNey) {
                    CHECK(seen.backOff == Approx(discounted / static_cast<double>(seen.total)));
                }
                weight *= seen.backOff;
            }
            CHECK(sum == Approx(model.probability(history, token)).epsilon(1e-12));
        }
    }
}

TEST_CASE("Held-out text costs less with a longer history, down to what its source allows") {
    // Each token depends on the two before it: 0 or 1 by their parity, in nine cases of ten.
    Random random(9);
    Tokens text{0, 1};
    while (text.size() < 6000) {
        const int expected = (text[text.size() - 1] + text[text.size() - 2] + 1) % 2;
        text.push_back(random.below(10) == 0 ? 1 - expected : expected);
    }
    const std::span<const int> training = std::span(text).first(5000), heldOut = std::span(text).subspan(5000);
    const double entropy = -0.9 * std::log(0.9) - 0.1 * std::log(0.1);
    std::vector<double> costs;
    for (int order = 1; order <= 5; ++order) {
        for (const Smoothing smoothing : {Smoothing::KneserNey, Smoothing::AddK}) {
            const NgramModel model({.family = Family::Ngram, .vocabulary = 2, .order = order, .smoothing = smoothing},
                                   training);
            costs.push_back(model.crossEntropy(heldOut));
        }
    }
    CHECK(costs[0] == Approx(std::log(2)).margin(0.02));
    CHECK(costs[1] == Approx(std::log(2)).margin(0.02));
    for (std::size_t i = 4; i < costs.size(); ++i) CHECK(costs[i] == Approx(entropy).margin(0.06));
}

TEST_CASE("Impossible settings of an n-gram model are refused by name and value") {
    const auto refused = [](const ModelConfig& settings) -> std::string {
        try {
            NgramModel(settings, std::vector{0, 1});
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::OptionOutOfRange);
            return error.values().name + ' ' + error.values().value;
        }
        return "accepted";
    };
    CHECK(refused({.family = Family::Ngram, .vocabulary = 3, .order = 0}) == "order 0");
    CHECK(refused({.family = Family::Ngram, .vocabulary = 3, .order = 6}) == "order 6");
    CHECK(refused({.family = Family::Ngram, .vocabulary = 3, .addK = 0}) == "add-k 0");
    CHECK(refused({.family = Family::Ngram, .vocabulary = 3, .addK = -1}) == "add-k -1");
    CHECK(refused({.family = Family::Ngram, .vocabulary = 3, .addK = std::numeric_limits<double>::quiet_NaN()}) ==
          "add-k nan");
    CHECK(refused({.family = Family::Ngram, .vocabulary = 1}) == "vocabulary 1");
    CHECK(refused({.family = Family::Ngram, .vocabulary = 3}) == "accepted");
    CHECK_THROWS_AS(NgramModel({.family = Family::Ngram, .vocabulary = 2}, std::vector{0, 2}), LogicError);
    const NgramModel model({.family = Family::Ngram, .vocabulary = 2}, std::vector{0, 1});
    CHECK_THROWS_AS(model.probability({}, 2), LogicError);
    CHECK_THROWS_AS(model.crossEntropy(std::vector{0}), LogicError);
}

}  // namespace
}  // namespace attentarium
