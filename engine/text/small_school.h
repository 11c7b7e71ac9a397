#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/enumeration.h"
#include "engine/core/random.h"
#include "engine/text/language.h"
#include "engine/text/vocabulary.h"

namespace attentarium {

/// What a lesson of the small school teaches, and what a model is asked about.
enum class Knowledge { Facts, Agreement, Coreference, WordMeaning, Sentiment, Reasoning, Arithmetic };

inline constexpr int kKnowledgeKinds = 7;
inline constexpr std::array<std::string_view, kKnowledgeKinds> kKnowledgeNames{
    "facts", "agreement", "coreference", "word-meaning", "sentiment", "reasoning", "arithmetic"};
template <>
inline constexpr std::span<const std::string_view> kNames<Knowledge>{kKnowledgeNames};

/// One short text of the school in one language: a lesson, or a story of `SmallWorld`.
struct SchoolText {
    Language language = Language::English;
    std::optional<Knowledge> kind;         ///< none for a story
    std::vector<std::string> tokens;       ///< the last one is the line end
    std::vector<double> logProbabilities;  ///< of each token given those before it, natural logarithm

    /// Of the whole text with its end, natural logarithm.
    double logProbability() const;
    /// As it is written, without the line end.
    std::string text() const;
};

/// One lesson given twice.
struct ParallelSchoolText {
    SchoolText english;
    SchoolText chinese;
};

/// Something that no lesson says in this way: what was asked so far, and which word must come next.
struct Question {
    Knowledge kind = Knowledge::Facts;
    std::vector<std::string> prompt;  ///< read from the beginning of a text
    std::string answer;
    std::vector<std::string> choices;  ///< the words it is told from, itself too, in no special order
};

/// A generator of lessons about the small world: of seven kinds, with the stories of `SmallWorld` among them, each an
/// eighth of the texts. It knows the exact probability of every word. Of each kind some combinations are held out: no
/// lesson has them, and questions are about nothing else:
/// - facts: a quarter of the facts are stated but never asked about ("what does Anna like ?");
/// - agreement: pairs of the noun that decides and the noun that stands nearer. English asks for the number of the
///   verb, and always where the two nouns differ in number; Chinese, whose verbs do not change, for the measure word;
/// - coreference: pairs of individuals, in their order;
/// - word meaning: the class of one word in four, which only its use in other texts tells, and a quarter of the
///   opposites and synonyms, which are stated but never asked about;
/// - sentiment: pairs of judgements, in their order; joined by "but" or "and", the second one decides. Single ones
///   are taught;
/// - reasoning: orders of three people of whom two pairs are compared, or of whom two hand something on. Single steps
///   are taught;
/// - arithmetic: sums whose two numbers are added in the other order only.
class SmallSchool {
  public:
    /// Draws a text of any kind. It says the same in both languages.
    ParallelSchoolText teach(Random& random) const;

    /// Every word of a language, those of `SmallWorld` first, in its order, and "\n", which is id 0.
    Vocabulary lexicon(Language language) const;

    /// The log-probability of each token given those before it, for a whole text or its beginning; nothing where no
    /// text begins so.
    std::optional<std::vector<double>> score(std::span<const std::string> tokens, Language language) const;

    /// At most `count` different held-out questions, always the same ones, in an order drawn once.
    std::vector<Question> questions(Knowledge kind, Language language, int count) const;

    /// The share of `questions` that can be answered right by whoever knows the world: the probability of the likeliest
    /// choice, where nothing is held out, that it is the answer. 1 where the world decides.
    double bestReachable(std::span<const Question> questions, Language language) const;
};

/// `texts` texts of `SmallSchool`, one per line, each with its line end. The same seed gives the same texts in both
/// languages, line by line.
std::string smallSchoolCorpus(Language language, std::uint64_t seed, std::int64_t texts);

/// The same of one kind alone.
std::string smallSchoolCorpus(Language language, std::uint64_t seed, std::int64_t texts, Knowledge kind);

}  // namespace attentarium
