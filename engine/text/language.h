#pragma once

#include <optional>
#include <string_view>

namespace attentarium {

/// The languages of the bundled corpora and of word tokens.
enum class Language { English, Chinese };

/// The language that a name such as `en`, `en_GB.UTF-8`, `zh` or `zh_CN` begins with, or nothing.
std::optional<Language> parseLanguage(std::string_view name);
/// `en` or `zh`: what `parseLanguage` reads and what checkpoints store.
std::string_view languageName(Language language);

}  // namespace attentarium
