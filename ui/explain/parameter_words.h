#pragma once

#include <QString>
#include <span>
#include <string_view>

namespace attentarium {

/// What is known of a parameter by the last parts of its name.
struct ParameterWords {
    std::string_view end;
    const char* title;  ///< in English, for translation in the context `Words`
    const char* symbol;
};

/// The catalogue; the first entry that fits a name is the one.
std::span<const ParameterWords> parameterCatalogue();

/// "query weight matrix"; the name itself where the catalogue has none.
QString parameterTitle(std::string_view name);
/// `W_Q`, `b₁`, `γ`.
QString parameterSymbol(std::string_view name);

}  // namespace attentarium
