#pragma once

#include <optional>
#include <string>

#include "engine/io/checkpoint.h"
#include "engine/trace/traced_text.h"

namespace attentarium::cli {

/// `text` as a model reads it, and what it should tell there: the next token of each; the `answer` to a source, the
/// model's own where none is given; the words of the `answer` behind `<mask>`s; the class that the `answer` names.
/// Throws `Error` with TextEmpty or WordUnknown, `UsageError` for an answer that cannot be one.
TracedText toldText(const Checkpoint& checkpoint, const std::string& text, const std::optional<std::string>& answer);

}  // namespace attentarium::cli
