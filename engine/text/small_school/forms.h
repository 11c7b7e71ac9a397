#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/small_school.h"
#include "engine/text/small_school/pen.h"
#include "engine/text/small_world/facts.h"

namespace attentarium::small_school {

using small_world::Gender;
using small_world::Individual;
using small_world::Possession;
using small_world::Term;

/// One way of putting a kind of knowledge into words.
struct Form {
    double weight;  ///< its share of the lessons of its kind
    bool asks;      ///< whether it has an answer, so that held-out questions can be put so
    void (*write)(Pen&);
};

/// The forms of a kind; their weights sum to 1.
std::span<const Form> forms(Knowledge kind);

std::span<const Form> factForms();
std::span<const Form> agreementForms();
std::span<const Form> coreferenceForms();
std::span<const Form> wordMeaningForms();
std::span<const Form> sentimentForms();
std::span<const Form> reasoningForms();
std::span<const Form> arithmeticForms();

/// The words of lessons that `SmallWorld` lacks, each once.
std::vector<std::string_view> newWords(Language language);

inline const Individual& individual(int index) {
    return small_world::individuals()[static_cast<std::size_t>(index)];
}
inline int individualCount() {
    return static_cast<int>(small_world::individuals().size());
}
inline std::string word(std::span<const Term> table, int index, Language language) {
    return std::string(table[static_cast<std::size_t>(index)].in(language));
}
/// The English article before a name: animals and groups have one.
bool hasArticle(const Individual& one);
inline bool isPlural(const Individual& one) {
    return one.gender == Gender::They;
}
/// "Anna", "the dog".
std::string nameOf(const Individual& one, Language language);
/// The first `count` individuals have names of their own; they are all people.
int namedCount();
/// All of a table in a language.
std::vector<std::string> all(std::span<const Term> table, Language language);
/// 0 … count − 1.
std::vector<int> upTo(int count);

/// A word and what it is the opposite or a synonym of.
struct Relation {
    Term word;
    Term other;
};
std::span<const Relation> opposites();
std::span<const Relation> synonyms();

}  // namespace attentarium::small_school
