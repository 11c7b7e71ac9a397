#include "engine/text/word_class.h"

#include <unordered_map>

#include "engine/text/small_world/facts.h"

namespace attentarium {
namespace {

using Classes = std::unordered_map<std::string_view, WordClass>;

Classes classesOf(Language language) {
    Classes classes;
    for (const small_world::Word& word : small_world::words(language)) classes.emplace(word.text, word.wordClass);
    return classes;
}

}  // namespace

std::optional<WordClass> wordClass(std::string_view word, Language language) {
    static const Classes english = classesOf(Language::English);
    static const Classes chinese = classesOf(Language::Chinese);
    const Classes& classes = language == Language::English ? english : chinese;
    const auto found = classes.find(word);
    if (found == classes.end()) return std::nullopt;
    return found->second;
}

bool isNoun(WordClass wordClass) {
    return wordClass == WordClass::Person || wordClass == WordClass::Animal || wordClass == WordClass::Thing ||
           wordClass == WordClass::Place;
}

}  // namespace attentarium
