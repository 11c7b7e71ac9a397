#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/enumeration.h"
#include "engine/text/language.h"
#include "engine/text/vocabulary.h"

namespace attentarium {

/// Texts about whose every token something is known for certain, because a generator of ours wrote them.
enum class KnownText {
    Brackets,  ///< balanced brackets, one text a line
    Stories,   ///< of the small world
    Lessons,   ///< of the small school, with stories among them
};

/// What is known of a token once it has been read.
enum class Truth {
    InsideBracket,   ///< a bracket is open
    DepthTwo,        ///< at least two are open
    DepthFour,       ///< at least four are open
    InnermostRound,  ///< of the open ones, the innermost is (; known inside brackets
    InsideReason,    ///< within a reason: from "because" on, as long as its clause lasts
    FirstNamed,      ///< a pronoun means who was named first in the story; known of pronouns
    Noun,            ///< the word names someone or something
    PluralSubject,   ///< the subject is plural; known from the noun to just before its verb
};

inline constexpr std::array<std::string_view, 8> kTruthNames{
    "inside_bracket", "depth_two",   "depth_four", "innermost_round",
    "inside_reason",  "first_named", "noun",       "plural_subject"};
template <>
inline constexpr std::span<const std::string_view> kNames<Truth>{kTruthNames};

/// An answer for each token: 1 yes, 0 no, −1 where the question does not arise.
struct TruthLabels {
    Truth truth = Truth::InsideBracket;
    std::vector<signed char> labels;
};

struct LabelledText {
    std::vector<int> ids;
    std::vector<std::string> words;   ///< as the vocabulary has them
    std::vector<std::size_t> begins;  ///< where each text begins
    std::vector<TruthLabels> truths;
};

/// Whether a vocabulary has the words of such texts; line ends may be missing.
bool knows(const Vocabulary& vocabulary, Language language, KnownText text);
/// Texts from `seed` with at least `tokens` tokens together; the same seed gives the same. The vocabulary knows them.
/// A vocabulary without line ends gets the texts without.
LabelledText labelledText(KnownText text, const Vocabulary& vocabulary, Language language, std::uint64_t seed,
                          std::size_t tokens);

/// What brackets among tokens of one character each say of each of them, counted anew in each line.
std::vector<TruthLabels> bracketTruths(const std::vector<std::string>& words);

}  // namespace attentarium
