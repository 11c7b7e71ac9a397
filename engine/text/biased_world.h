#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/random.h"
#include "engine/text/language.h"
#include "engine/text/vocabulary.h"

namespace attentarium {

/// Names the corpus with the usual bias; with another it is `biased-world:0.5`.
inline constexpr const char* kBiasedWorld = "biased-world";
inline constexpr double kUsualBias = 0.8;

/// The bias in the name of such a corpus; none where it is no such corpus, or the bias is not from 0 to 1.
std::optional<double> biasOf(std::string_view corpus);
/// The name of the corpus with that bias. Throws `Error` with OptionOutOfRange unless it is from 0 to 1.
std::string biasedWorldNamed(double bias);

/// Someone's work, and how often such a person is a "she" in the corpus.
struct Occupation {
    std::string word;
    double shareOfShe = 0.5;
};

/// A generator of single sentences about people of twelve occupations, and about women and men. How often an
/// occupation goes with "she" is set: with the bias B, the shares lie evenly between (1 + B) / 2 and (1 − B) / 2, so
/// that without bias nothing but the people who are women or men by the meaning of the word tells the pronoun. What
/// vectors, or models, make of it can be held against that. It knows the exact probability of every word.
class BiasedWorld {
  public:
    explicit BiasedWorld(Language language, double bias = kUsualBias);

    /// Draws a sentence; its last token is the line end.
    std::vector<std::string> tell(Random& random) const;
    /// Every word and "\n", which is id 0.
    Vocabulary lexicon() const;

    /// The log-probability of each token given those before it, for a whole sentence or its beginning; nothing where no
    /// sentence begins so.
    std::optional<std::vector<double>> score(std::span<const std::string> tokens) const;
    /// What may follow, with probabilities that sum to 1, likeliest first; empty where no sentence begins so.
    std::vector<std::pair<std::string, double>> nextWords(std::span<const std::string> tokens) const;

    /// From the one that is most often a "she" on.
    const std::vector<Occupation>& occupations() const { return m_occupations; }
    /// Words that mean a woman and a man, the woman first: "she" and "he", "mother" and "father" …
    const std::vector<std::pair<std::string, std::string>>& pairs() const { return m_pairs; }

  private:
    /// What is said of one person with one pronoun: of each place the words that may stand there, all as likely.
    struct Frame {
        double probability = 0;
        std::vector<std::vector<std::string>> places;
    };

    void addFrame(double probability, const std::string& subject, bool she);

    Language m_language;
    std::vector<Occupation> m_occupations;
    std::vector<std::pair<std::string, std::string>> m_pairs;
    std::vector<Frame> m_frames;
};

/// `sentences` sentences, one a line, each with its line end.
std::string biasedWorldCorpus(Language language, double bias, std::uint64_t seed, std::int64_t sentences);

}  // namespace attentarium
