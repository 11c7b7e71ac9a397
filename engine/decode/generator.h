#pragma once

#include <memory>
#include <vector>

#include "engine/decode/sampling.h"
#include "engine/decode/text_reader.h"

namespace attentarium {

/// Continues a text token by token. Once the context is full the oldest tokens drop out of sight.
class Generator {
  public:
    /// What `reader`, which has read nothing yet, says comes next. Throws `Error` with `TextEmpty` for an empty prompt,
    /// or for impossible settings.
    Generator(std::unique_ptr<TextReader> reader, std::vector<int> prompt, const SamplingSettings& settings,
              std::uint64_t seed);
    /// The same for a model that needs no source, which must outlive the generator. Throws as `makeReader` too.
    Generator(const Model<float>& model, std::vector<int> prompt, const SamplingSettings& settings, std::uint64_t seed);

    /// Appends the next token and returns it.
    int next();
    /// The prompt and everything generated.
    const std::vector<int>& tokens() const { return m_tokens; }

  private:
    std::unique_ptr<TextReader> m_reader;
    SamplingSettings m_settings;
    Random m_random;
    std::vector<int> m_tokens;
    std::size_t m_read = 0;  ///< of the tokens
};

}  // namespace attentarium
