#include <algorithm>
#include <array>

#include "engine/text/small_school/forms.h"

namespace attentarium::small_school {
namespace {

constexpr int kWord = 0;

constexpr Term kClasses[] = {{"people", "人物"}, {"animals", "动物"}, {"things", "东西"},
                             {"foods", "食物"},  {"places", "地方"},  {"colours", "颜色"}};

struct ClassedWord {
    Term word;
    int wordClass;
};

std::vector<ClassedWord> classedWords() {
    std::vector<ClassedWord> words;
    for (const Individual& one : small_world::individuals()) words.push_back({one.name, one.gender == Gender::It});
    const std::span<const Term> tables[] = {small_world::things(), small_world::foods(), small_world::places(),
                                            small_world::colours()};
    int wordClass = 2;
    for (const auto table : tables) {
        for (const Term& term : table) words.push_back({term, wordClass});
        ++wordClass;
    }
    return words;
}

/// "the word kite belongs to things ."
void classify(Pen& pen) {
    static const std::vector<ClassedWord> words = classedWords();
    const auto at = [&](int index) -> const ClassedWord& { return words[static_cast<std::size_t>(index)]; };
    pen.write("the word", "");
    const auto heldOut = [](int one) { return one % 4 == 1; };
    const int which = pen.pick(kWord, pen.allowed(static_cast<int>(words.size()), heldOut),
                               [&](int one) { return std::string(at(one).word.in(pen.language())); });
    pen.write("belongs to", "属于");
    pen.answer(word(kClasses, at(which).wordClass, pen.language()), all(kClasses, pen.language()));
    pen.write(".", "。");
}

/// What may be the other word of a relation.
std::vector<std::string> others(std::span<const Relation> table, Language language) {
    std::vector<std::string> words;
    for (const Relation& one : table) {
        std::string other(one.other.in(language));
        if (std::ranges::find(words, other) == words.end()) words.push_back(std::move(other));
    }
    return words;
}

struct Frame {
    std::string_view english;
    std::string_view chinese;
};

void relate(Pen& pen, std::span<const Relation> table, Frame before, Frame between, bool asks) {
    pen.write(before.english, before.chinese);
    const auto heldOut = [&](int one) { return asks && one % 4 == 1; };
    const auto values =
        asks ? pen.allowed(static_cast<int>(table.size()), heldOut) : upTo(static_cast<int>(table.size()));
    const auto at = [&](int index) -> const Relation& { return table[static_cast<std::size_t>(index)]; };
    const int which = pen.pick(kWord, values, [&](int one) { return std::string(at(one).word.in(pen.language())); });
    pen.write(between.english, between.chinese);
    const std::string other(at(which).other.in(pen.language()));
    if (asks) {
        std::vector<std::string> choices = others(table, pen.language());
        // Nothing is the opposite of itself.
        std::erase(choices, std::string(at(which).word.in(pen.language())));
        pen.answer(other, choices);
    } else {
        pen.write(other);
    }
    pen.write(".", "。");
}

constexpr Form kForms[] = {
    {0.4, true, classify},
    {0.15, false,
     [](Pen& pen) {
         relate(pen, opposites(), {"the opposite of", ""}, {"is", "的 反义词 是"}, false);
     }},
    {0.15, true,
     [](Pen& pen) {
         relate(pen, opposites(), {"what is the opposite of", ""}, {"?", "的 反义词 是 什么 ？"}, true);
     }},
    {0.15, false,
     [](Pen& pen) {
         relate(pen, synonyms(), {"the word", ""}, {"means the same as", "的 同义词 是"}, false);
     }},
    {0.15, true,
     [](Pen& pen) {
         relate(pen, synonyms(), {"what means the same as", ""}, {"?", "的 同义词 是 什么 ？"}, true);
     }},
};

}  // namespace

std::span<const Form> wordMeaningForms() {
    return kForms;
}

}  // namespace attentarium::small_school
