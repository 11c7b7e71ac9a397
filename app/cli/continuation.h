#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "engine/decode/sampling.h"
#include "engine/io/checkpoint.h"
#include "engine/io/ngram_checkpoint.h"

namespace attentarium::cli {

/// A text that grows token by token.
class Continuation {
  public:
    virtual ~Continuation() = default;

    /// What is shown: the prompt and what was added, or an answer alone.
    virtual std::span<const int> shown() const = 0;
    /// Adds a token. False where the text is complete, and then nothing was added.
    virtual bool grow() = 0;
    /// What puts the shown tokens together.
    virtual const Tokenizer& tokenizer() const = 0;
};

/// Goes on from `prompt`, or, where the model answers questions, with the answer to it. `checkpoint` must outlive it.
/// Throws `Error` as `Generator` and `Tokenizer::encode`, `UsageError` for a family that writes nothing.
std::unique_ptr<Continuation> continuationOf(const Checkpoint& checkpoint, const std::string& prompt,
                                             const SamplingSettings& settings, std::uint64_t seed);
std::unique_ptr<Continuation> continuationOf(const NgramCheckpoint& checkpoint, const std::string& prompt,
                                             const SamplingSettings& settings, std::uint64_t seed);

/// What a model says of a text as a whole, where it does not go on writing: with `<mask>`s filled in, or its class.
/// Nothing for a model that goes on writing.
std::optional<std::string> judgement(const Checkpoint& checkpoint, const std::string& text);

}  // namespace attentarium::cli
