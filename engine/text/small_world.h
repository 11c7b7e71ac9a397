#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/random.h"
#include "engine/text/language.h"
#include "engine/text/vocabulary.h"
#include "engine/text/word_class.h"

namespace attentarium {

/// A pronoun in a story and whom it stands for.
struct Pronoun {
    int position = 0;                    ///< of its token
    std::vector<int> referentPositions;  ///< of every noun before it that names its referent; the last is the nearest
};

/// One story in one language, with what is known about it.
struct Story {
    Language language = Language::English;
    std::vector<std::string> tokens;       ///< the last one is the line end
    std::vector<double> logProbabilities;  ///< of each token given those before it, natural logarithm
    std::vector<Pronoun> pronouns;         ///< in order of position
    std::vector<int> nounPositions;        ///< of every person, animal, thing and place

    /// Of the whole story with its end, natural logarithm.
    double logProbability() const;
    /// As it is written, without the line end.
    std::string text() const;
};

/// One story told twice.
struct ParallelStory {
    Story english;
    Story chinese;
};

/// A generator of stories with a fixed grammar and a fixed set of facts. It knows the exact probability of every
/// word, so the best loss that any model could reach is known, and whom every pronoun stands for.
class SmallWorld {
  public:
    /// Draws a story. The nearest noun before a pronoun is the wrong one half of the time.
    ParallelStory tell(Random& random) const;

    /// Every word of a language and "\n", which is id 0.
    Vocabulary lexicon(Language language) const;

    /// The log-probability of each token given those before it, for a whole story or its beginning; nothing where
    /// the grammar cannot begin a story so.
    std::optional<std::vector<double>> score(std::span<const std::string> tokens, Language language) const;

    /// What may follow the beginning of a story, with probabilities that sum to 1, likeliest first; empty after the
    /// end of a story and where the grammar cannot begin a story so.
    std::vector<std::pair<std::string, double>> nextWords(std::span<const std::string> tokens, Language language) const;

    /// What may stand at `position` of a story, given all of its other tokens, those behind it too: probabilities by
    /// Bayes' rule, which sum to 1, likeliest first. What stands there now does not matter. Empty where the grammar has
    /// no such story.
    std::vector<std::pair<std::string, double>> fillIn(std::span<const std::string> tokens, std::size_t position,
                                                       Language language) const;
};

/// `stories` stories of `SmallWorld`, one per line, each with its line end. The same seed tells the same stories in
/// both languages, line by line.
std::string smallWorldCorpus(Language language, std::uint64_t seed, std::int64_t stories);

}  // namespace attentarium
