#pragma once

#include <optional>
#include <string>

namespace attentarium::cli {

/// What a model that does not continue texts says of `text`: the class and its probability from one with a task head,
/// the text with its masks filled in from `bert`. Nothing from models that continue texts. Throws `Error` as
/// `loadCheckpoint` and for a text that does not fit, `UsageError` where there is no mask to fill in.
std::optional<std::string> judgement(const std::string& folder, const std::string& text);

}  // namespace attentarium::cli
