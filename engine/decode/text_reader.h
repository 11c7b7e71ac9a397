#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "engine/models/model.h"
#include "engine/models/ngram_model.h"

namespace attentarium {

/// Reads texts side by side, each from its beginning, and says what may come next.
class TextReader {
  public:
    virtual ~TextReader() = default;

    virtual std::int64_t vocabulary() const = 0;
    /// Reads more of each text, `tokens` being [texts, any number], and gives the logits of the token after:
    /// [texts, vocabulary], until the next call. Throws `LogicError` for ids outside the vocabulary.
    virtual std::span<const float> read(std::span<const int> tokens) = 0;
    /// From now on text `i` goes on from where text `rows[i]` was. At the beginning there is one text.
    virtual void select(std::span<const int> rows) = 0;
};

/// How a reader knows what came before.
enum class Recall {
    Remembering,  ///< by keys and values or a recurrent state, where the family has them
    Rereading,    ///< by running everything again each time
};

/// A reader for one text, empty so far; an encoder–decoder has read `source`. `model` must outlive it. Once a text is
/// longer than the context, only its last tokens count, and all of them are read again each time; a recurrent state
/// that is remembered has no such end. Throws `Error` with `CannotContinue` for families that do not say what comes
/// next, `TextEmpty` for an encoder–decoder without a source and `TextTooLong` for a source beyond the context.
std::unique_ptr<TextReader> makeReader(const Model<float>& model, std::span<const int> source = {},
                                       Recall recall = Recall::Remembering);
/// The logits are the logarithms of the probabilities.
std::unique_ptr<TextReader> makeReader(const NgramModel& model);

}  // namespace attentarium
