#include "engine/decode/generator.h"

#include <utility>

#include "engine/core/error.h"

namespace attentarium {

Generator::Generator(std::unique_ptr<TextReader> reader, std::vector<int> prompt, const SamplingSettings& settings,
                     std::uint64_t seed)
    : m_reader(std::move(reader)),
      m_settings((validate(settings), settings)),
      m_random(seed),
      m_tokens(std::move(prompt)) {
    if (m_tokens.empty()) throw Error(ErrorKind::TextEmpty, {});
}

Generator::Generator(const Model<float>& model, std::vector<int> prompt, const SamplingSettings& settings,
                     std::uint64_t seed)
    : Generator(makeReader(model), std::move(prompt), settings, seed) {}

int Generator::next() {
    const std::span<const int> unread = std::span(m_tokens).subspan(m_read);
    const std::span<const float> logits = m_reader->read(unread);
    m_read = m_tokens.size();
    m_tokens.push_back(drawToken(nextTokenProbabilities(logits, m_settings), m_random));
    return m_tokens.back();
}

}  // namespace attentarium
