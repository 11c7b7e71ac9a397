#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "engine/text/language.h"
#include "engine/text/word_class.h"

namespace attentarium::small_world {

/// A word of the world in both languages. `plural` is the English form of a verb after a plural subject.
struct Term {
    std::string_view english;
    std::string_view chinese;
    std::string_view plural = {};

    std::string_view in(Language language, bool afterPlural = false) const {
        if (language == Language::Chinese) return chinese;
        return afterPlural && !plural.empty() ? plural : english;
    }
};

/// By which pronoun someone or something is meant. A story has at most one of each, so a pronoun is never ambiguous.
enum class Gender { She, He, It, They };

/// Something that someone owns; its colour is a fact of the world.
struct Possession {
    int thing;   ///< index into `things()`
    int colour;  ///< index into `colours()`
};

/// Someone, with all that is true of her, him, it or them. Indices are into the tables below.
struct Individual {
    Term name;
    Gender gender;
    std::array<int, 2> activities;
    int food;
    int home;
    std::array<Possession, 2> possessions;  ///< the first one is a toy
};

/// What someone does and how: indices into `manners()`.
struct Activity {
    Term verb;
    std::vector<int> manners;  ///< the more often named, the likelier
};

std::span<const Individual> individuals();
std::span<const Activity> activities();
std::span<const Term> manners();
/// Toys first: those that can do something.
std::span<const Term> things();
constexpr int kToys = 6;
/// The index into `activities()` of what a toy does.
int toyActivity(int toy);
std::span<const Term> colours();
std::span<const Term> foods();
std::span<const Term> places();
/// What one does to another on meeting: "Anna sees Tom".
std::span<const Term> meetings();
/// What two do together: "Anna plays with Tom".
std::span<const Term> games();
/// What one does with another's toy: "Anna borrows Tom's kite".
std::span<const Term> takings();
std::span<const Term> pronouns();
std::span<const Term> possessives();

/// A word of a language with its class.
struct Word {
    std::string_view text;
    WordClass wordClass;
};
/// Every word of a language once, nouns first, without the line end.
std::vector<Word> words(Language language);

}  // namespace attentarium::small_world
