#pragma once

#include <optional>
#include <vector>

#include "engine/models/model.h"
#include "engine/text/vocabulary.h"
#include "engine/trace/traced_text.h"

namespace attentarium {

/// What a model does with a sentence.
enum class Reading {
    Onward,     ///< reads it and goes on
    Answering,  ///< reads it as a source and answers it
    FillingIn,  ///< reads it with one word hidden, which it tells
};

Reading readingOf(const ModelConfig& config);

/// A sentence as it was typed, in ids.
struct TypedText {
    std::vector<int> tokens;
    std::optional<std::vector<int>> answer;  ///< to a source; none: the model's own
    int hidden = 0;                          ///< the word to be hidden, where none of them is `<mask>`
};

/// What goes into the model for it, with the special tokens that the model learned with. The model's own answer is its
/// greedy one. Throws `Error` with WordUnknown where the vocabulary lacks a special token that is needed.
TracedText lookedText(const Model<float>& model, const Vocabulary& vocabulary, const TypedText& typed);

/// How many tokens stand before the first word that was typed: an answer's beginning, the place of a class.
int tokensBefore(const ModelConfig& config);

}  // namespace attentarium
