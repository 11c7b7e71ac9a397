#include "engine/text/language.h"

namespace attentarium {

std::optional<Language> parseLanguage(std::string_view name) {
    const std::string_view tongue = name.substr(0, name.find_first_of("_-.@"));
    if (tongue == "en") return Language::English;
    if (tongue == "zh") return Language::Chinese;
    return std::nullopt;
}

std::string_view languageName(Language language) {
    return language == Language::English ? "en" : "zh";
}

}  // namespace attentarium
