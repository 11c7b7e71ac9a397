#include <algorithm>
#include <utility>

#include "engine/text/small_world/facts.h"

namespace attentarium::small_world {
namespace {

// Words that belong to no fact, in the order of their sentences.
constexpr Word kEnglishFrame[] = {
    {"goes", WordClass::Verb},        {"go", WordClass::Verb},        {"likes", WordClass::Verb},
    {"like", WordClass::Verb},        {"lives", WordClass::Verb},     {"live", WordClass::Verb},
    {"is", WordClass::Verb},          {"today", WordClass::Function}, {"one", WordClass::Function},
    {"day", WordClass::Function},     {"now", WordClass::Function},   {"the", WordClass::Function},
    {"in", WordClass::Function},      {"to", WordClass::Function},    {"with", WordClass::Function},
    {"and", WordClass::Function},     {"but", WordClass::Function},   {"so", WordClass::Function},
    {"because", WordClass::Function}, {"very", WordClass::Function},  {"'s", WordClass::Function},
    {",", WordClass::Punctuation},    {".", WordClass::Punctuation},
};

constexpr Word kChineseFrame[] = {
    {"去", WordClass::Verb},       {"喜欢", WordClass::Verb},      {"住", WordClass::Verb},
    {"是", WordClass::Verb},       {"今天", WordClass::Function},  {"有一天", WordClass::Function},
    {"现在", WordClass::Function}, {"在", WordClass::Function},    {"里", WordClass::Function},
    {"了", WordClass::Function},   {"和", WordClass::Function},    {"一起", WordClass::Function},
    {"的", WordClass::Function},   {"得", WordClass::Function},    {"很", WordClass::Function},
    {"而", WordClass::Function},   {"但是", WordClass::Function},  {"所以", WordClass::Function},
    {"因为", WordClass::Function}, {"，", WordClass::Punctuation}, {"。", WordClass::Punctuation},
};

class Collection {
  public:
    explicit Collection(Language language) : m_language(language) {}

    void add(std::string_view text, WordClass wordClass) {
        const auto same = [&](const Word& word) { return word.text == text; };
        if (!text.empty() && std::none_of(m_words.begin(), m_words.end(), same)) m_words.push_back({text, wordClass});
    }
    void add(const Term& term, WordClass wordClass) {
        add(term.in(m_language), wordClass);
        if (m_language == Language::English) add(term.plural, wordClass);
    }
    void add(std::span<const Term> terms, WordClass wordClass) {
        for (const Term& term : terms) add(term, wordClass);
    }
    void add(std::span<const Word> words) {
        for (const Word& word : words) add(word.text, word.wordClass);
    }
    std::vector<Word> take() { return std::move(m_words); }

  private:
    Language m_language;
    std::vector<Word> m_words;
};

}  // namespace

std::vector<Word> words(Language language) {
    Collection collection(language);
    for (const Individual& one : individuals()) {
        collection.add(one.name, one.gender == Gender::It ? WordClass::Animal : WordClass::Person);
    }
    collection.add(things(), WordClass::Thing);
    collection.add(foods(), WordClass::Thing);
    collection.add(places(), WordClass::Place);
    collection.add(pronouns(), WordClass::Pronoun);
    collection.add(possessives(), WordClass::Pronoun);
    for (const Individual& one : individuals()) {
        // Only the forms that the grammar can write: the dog barks, and nobody else does.
        for (const int activity : one.activities) {
            const Term& verb = activities()[static_cast<std::size_t>(activity)].verb;
            collection.add(verb.in(language, one.gender == Gender::They), WordClass::Verb);
        }
    }
    for (int toy = 0; toy < kToys; ++toy) {
        collection.add(activities()[static_cast<std::size_t>(toyActivity(toy))].verb.in(language), WordClass::Verb);
    }
    collection.add(meetings(), WordClass::Verb);
    collection.add(games(), WordClass::Verb);
    collection.add(takings(), WordClass::Verb);
    collection.add(colours(), WordClass::Adjective);
    collection.add(manners(), WordClass::Function);
    if (language == Language::English) {
        collection.add(kEnglishFrame);
    } else {
        collection.add(kChineseFrame);
    }
    return collection.take();
}

}  // namespace attentarium::small_world
