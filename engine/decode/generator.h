#pragma once

#include <vector>

#include "engine/decode/sampling.h"
#include "engine/models/model.h"

namespace attentarium {

/// Continues a text token by token. Once the context is full the oldest tokens drop out of sight.
class Generator {
  public:
    /// `model` must outlive the generator. Throws `Error` with `TextEmpty`, or for impossible settings.
    Generator(const Model<float>& model, std::vector<int> prompt, const SamplingSettings& settings, std::uint64_t seed);

    /// Appends the next token and returns it.
    int next();
    /// The prompt and everything generated.
    const std::vector<int>& tokens() const { return m_tokens; }

  private:
    const Model<float>& m_model;
    SamplingSettings m_settings;
    Random m_random;
    Parallel m_parallel{1};
    Tape<float> m_tape;
    std::vector<int> m_tokens;
};

}  // namespace attentarium
