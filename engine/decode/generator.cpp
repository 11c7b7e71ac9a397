#include "engine/decode/generator.h"

#include <algorithm>
#include <utility>

#include "engine/core/error.h"

namespace attentarium {

Generator::Generator(const Model<float>& model, std::vector<int> prompt, const SamplingSettings& settings,
                     std::uint64_t seed)
    : m_model(model),
      m_settings((validate(settings), settings)),
      m_random(seed),
      m_tape(Purpose::Training, m_parallel),
      m_tokens(std::move(prompt)) {
    if (m_tokens.empty()) throw Error(ErrorKind::TextEmpty, {});
}

int Generator::next() {
    const auto length = std::min(m_tokens.size(), static_cast<std::size_t>(m_model.config().context));
    const std::span<const int> seen = std::span(m_tokens).last(length);
    m_tape.clear();
    const auto logits = m_tape.value(m_model.run(m_tape, batchOf(seen, static_cast<std::int64_t>(length))).logits);
    const std::span<const float> last = logits.span().last(static_cast<std::size_t>(logits.columns()));
    m_tokens.push_back(drawToken(nextTokenProbabilities(last, m_settings), m_random));
    return m_tokens.back();
}

}  // namespace attentarium
