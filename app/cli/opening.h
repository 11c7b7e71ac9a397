#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/decode/text_reader.h"
#include "engine/text/tokenizer.h"

namespace attentarium::cli {

/// A text that a stored model is about to continue.
struct Opening {
    std::shared_ptr<const void> model;  ///< which the reader borrows
    std::shared_ptr<const Tokenizer> tokenizer;
    std::unique_ptr<TextReader> reader;
    std::vector<int> prompt;
    std::size_t shownFrom = 0;  ///< the first token that people see; what they asked is not repeated in an answer
    std::optional<int> end;     ///< the token that ends an answer; none for a text that could go on for ever
};

/// The model in `folder` before it has read `prompt`. A model that learned a task gets it as a question, an
/// encoder–decoder as its source. Throws `Error` as `loadCheckpoint`, as `makeReader`, and with `TextEmpty` or
/// `WordUnknown`.
Opening openText(const std::string& folder, const std::string& prompt);

}  // namespace attentarium::cli
