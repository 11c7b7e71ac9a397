#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/text/vocabulary.h"

namespace attentarium {

/// Tokens that stand for no text. In a text whose vocabulary has them, these spellings mean the token and nothing
/// else; vocabularies that are built from texts never have them, they are added with `withSpecialTokens`.
namespace special {

inline constexpr std::string_view kBegin = "<begin>";          ///< before the first token of an answer
inline constexpr std::string_view kEnd = "<end>";              ///< after the last token of an answer
inline constexpr std::string_view kSeparator = "<separator>";  ///< between two texts
inline constexpr std::string_view kMask = "<mask>";            ///< in the place of a word to be guessed
inline constexpr std::string_view kClass = "<class>";          ///< where a class is read off

/// Each stands for a gap in a text (the sentinels of Raffel et al., 2020): `<gap0>`, `<gap1>` …
inline constexpr int kMostGaps = 10;
/// `number` is from 0 to `kMostGaps` − 1.
std::string_view gap(int number);

}  // namespace special

/// The bytes of the special token that `text` begins with, 0 for none.
std::size_t specialTokenLength(std::string_view text);

/// `vocabulary` with the special tokens behind its own, so that no other id changes; those it has are not added
/// again. The gaps are added last, only where the objective needs them.
enum class WithGaps { No, Yes };
Vocabulary withSpecialTokens(const Vocabulary& vocabulary, WithGaps gaps = WithGaps::No);

/// The id of a special token. Throws `LogicError` where `vocabulary` lacks it.
int specialId(const Vocabulary& vocabulary, std::string_view token);

}  // namespace attentarium
