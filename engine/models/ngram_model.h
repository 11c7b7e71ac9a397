#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/models/model_config.h"
#include "engine/models/ngram_counts.h"

namespace attentarium {

/// One token that was seen after a history.
struct NgramContinuation {
    int token = 0;
    std::int64_t seen = 0;     ///< times, in the text
    std::int64_t counted = 0;  ///< what the estimate counts: `seen`, or below the highest order of Kneser–Ney the
                               ///< number of different tokens seen before history and token
    double discount = 0;       ///< taken from `counted`
};

/// All that is known about one history of a certain length.
struct NgramHistory {
    std::int64_t total = 0;  ///< Σ counted
    double backOff = 1;      ///< the weight of the estimate from the history one token shorter; 0 for `AddK`
    std::vector<NgramContinuation> continuations;  ///< by rising token
};

/// One summand of a probability: weight · numerator / denominator.
struct NgramTerm {
    int historyLength = 0;   ///< tokens looked back on; −1 for the uniform estimate
    double weight = 1;       ///< product of the back-off weights of all longer histories
    double numerator = 0;    ///< count − discount, or count + k; 1 for the uniform estimate
    double denominator = 1;  ///< the total; the vocabulary for the uniform estimate

    double value() const { return weight * numerator / denominator; }
};

/// Predicts the next token from the last few by how often they were seen together; of a `ModelConfig` it uses order,
/// smoothing, `addK` and vocabulary. Add-k (Lidstone's law): p(w | h) = (c(h w) + k) / (c(h ·) + k · vocabulary).
///
/// Kneser–Ney (Kneser and Ney, 1995), interpolated and with modified discounts (Chen and Goodman, 1999, section 3):
/// p(w | h) = max(c(h w) − D, 0) / Σ c(h ·) + γ(h) · p(w | h without its first token), down to the uniform estimate,
/// where c below the highest order counts the different tokens before h w, and D depends on c: one for 1, one for 2,
/// one for 3 and more. A history that was never seen leaves all its weight to the shorter one. Where the text is too
/// small to estimate the three discounts, they are all n₁ / (n₁ + 2 n₂) as in 1995, or ½ without n₁.
class NgramModel {
  public:
    /// Throws `Error` for an impossible `config`, `LogicError` for one of another family, for tokens outside the
    /// vocabulary and for no tokens.
    NgramModel(const ModelConfig& config, std::span<const int> tokens);
    NgramModel(const ModelConfig& config, NgramCounts counts);

    const ModelConfig& config() const { return m_config; }
    const NgramCounts& counts() const { return m_counts; }

    /// p(token | history): of a longer history only the last order − 1 tokens count. From a shorter one, as at the
    /// beginning of a text, the estimate is that of its length.
    double probability(std::span<const int> history, int token) const;
    /// The same for every token of the vocabulary; the sum is 1.
    std::vector<double> distribution(std::span<const int> history) const;
    /// The same as a sum: the terms' values add up to the probability, longest history first.
    std::vector<NgramTerm> terms(std::span<const int> history, int token) const;
    /// What was seen after the last order − 1 tokens of `history`.
    NgramHistory look(std::span<const int> history) const;
    /// The discounts of n-grams of `length` tokens that count 1, 2, and 3 or more.
    const std::array<double, 3>& discounts(int length) const {
        return m_discounts[static_cast<std::size_t>(length) - 1];
    }

    /// The mean cost in nats of each token of `tokens` but the first; e to this power is the perplexity. Throws
    /// `LogicError` for fewer than two tokens.
    double crossEntropy(std::span<const int> tokens) const;

  private:
    /// Sums over the continuations of one history.
    struct Sums {
        std::int64_t total = 0;
        double backOff = 1;
    };

    void prepare();
    std::span<const int> known(std::span<const int> history) const;
    std::int64_t counted(int length, std::size_t place) const;
    double discountOf(int length, std::int64_t counted) const;
    Sums sumsOf(int length, NgramCounts::Range continuations) const;
    /// The sums of the history at `place` of level `length`; for length 0 of the empty one.
    const Sums& sums(int length, std::size_t place) const { return m_sums[static_cast<std::size_t>(length)][place]; }
    const Sums* find(std::span<const int> history) const;
    std::vector<double> addedK(std::span<const int> history) const;
    std::vector<double> interpolated(std::span<const int> history) const;

    ModelConfig m_config;
    NgramCounts m_counts;
    std::vector<std::array<double, 3>> m_discounts;  ///< by length of the n-gram, from 1
    std::vector<std::vector<Sums>> m_sums;           ///< by length of the history, from 0
};

}  // namespace attentarium
