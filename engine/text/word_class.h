#pragma once

#include <optional>
#include <string_view>

#include "engine/text/language.h"

namespace attentarium {

/// What a word of the small world is, for colours and for counting. Adverbs and words of time are `Function`.
enum class WordClass { Person, Animal, Thing, Place, Verb, Adjective, Pronoun, Function, Punctuation };

/// The class of a word of the small world, or nothing.
std::optional<WordClass> wordClass(std::string_view word, Language language);
/// Whether words of this class name someone or something: a person, an animal, a thing or a place.
bool isNoun(WordClass wordClass);

}  // namespace attentarium
