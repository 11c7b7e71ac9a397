#pragma once

#include <sstream>
#include <string>
#include <string_view>

#include "engine/core/error.h"

namespace attentarium {

/// Throws `Error` with OptionOutOfRange, naming the option, its value and what would be accepted, unless `holds`.
/// `holds` must be written so that a NaN fails it.
template <typename Number>
void demand(std::string_view name, Number value, bool holds, std::string_view limit) {
    if (holds) return;
    std::ostringstream text;
    text << value;
    throw Error(ErrorKind::OptionOutOfRange,
                {.name = std::string(name), .value = text.str(), .limit = std::string(limit)});
}

}  // namespace attentarium
