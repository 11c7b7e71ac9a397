#pragma once

#include <array>
#include <string_view>

namespace attentarium {

/// How an op is written, for translation in the context `Formulas`. `%1`, `%2`, `%3` are its inputs, `%y` its output
/// and `%d` the gradient of that.
struct OpFormulas {
    std::string_view op;
    const char* value;
    std::array<const char*, 3> gradients;  ///< what it adds to the gradient of each input; null: `%d`
};

/// Null for ops whose formula depends on their numbers or shapes.
const OpFormulas* formulasOf(std::string_view op);

}  // namespace attentarium
