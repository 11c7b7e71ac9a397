#include "engine/train/stream_source.h"

#include <algorithm>
#include <string>

#include "engine/core/error.h"

namespace attentarium {

StreamSource::StreamSource(std::span<const int> tokens, std::int64_t texts, std::int64_t length)
    : m_tokens(tokens),
      m_texts(texts),
      m_length(length),
      // The last token of all is only ever a target.
      m_part((static_cast<std::int64_t>(tokens.size()) - 1) / texts),
      m_ids(static_cast<std::size_t>(texts * length)),
      m_targets(m_ids.size()) {
    if (tokens.empty() || m_part < length) {
        throw Error(ErrorKind::CorpusTooShort, {.file = "The corpus",
                                                .value = std::to_string(tokens.size()),
                                                .limit = std::to_string(texts * length + 1)});
    }
}

TrainingBatch StreamSource::draw() {
    if (m_place + m_length > m_part) m_place = 0;
    const auto length = static_cast<std::size_t>(m_length);
    for (std::int64_t text = 0; text < m_texts; ++text) {
        const auto from = static_cast<std::size_t>(text * m_part + m_place);
        const std::ptrdiff_t to = text * m_length;
        std::ranges::copy(m_tokens.subspan(from, length), m_ids.begin() + to);
        std::ranges::copy(m_tokens.subspan(from + 1, length), m_targets.begin() + to);
    }
    m_place += m_length;
    return {.inputs = batchOf(m_ids, m_length), .targets = m_targets, .labels = {}};
}

bool StreamSource::canRestore(const SourceState& state) const {
    return state.places.size() == 1 && state.places[0] >= 0 && state.places[0] <= m_part;
}

void StreamSource::restore(const SourceState& state) {
    expects(canRestore(state), "[stream] this place is not in the corpus");
    m_place = state.places[0];
}

}  // namespace attentarium
