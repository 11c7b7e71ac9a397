#include "engine/train/length_groups.h"

#include <algorithm>
#include <utility>

#include "engine/core/error.h"

namespace attentarium {
namespace {

// Enough for batches of nearly one length, few enough for any length to come up soon.
constexpr std::size_t kBatches = 16;

}  // namespace

LengthGroups::LengthGroups(std::size_t count, std::int64_t texts, std::uint64_t seed)
    : m_count(count),
      m_texts(static_cast<std::size_t>(texts)),
      m_random(seed),
      m_before(m_random.state()),
      m_drawn(kBatches * m_texts),
      m_sorted(m_drawn.size()) {
    expects(count > 0 && texts > 0, "[batches] needs texts");
    m_batches.reserve(kBatches);
}

LengthGroups::Choice LengthGroups::next(FunctionReference<std::int64_t(std::size_t)> lengthOf) {
    // After a return to a saved place, the batches that were drawn there are drawn again.
    if (m_batches.empty() && m_given > 0) drawGroup(lengthOf);
    if (m_batches.empty() || m_given == static_cast<std::int64_t>(kBatches)) {
        m_before = m_random.state();
        drawGroup(lengthOf);
        m_given = 0;
    }
    const Batch& batch = m_batches[static_cast<std::size_t>(m_given++)];
    return {std::span(m_sorted).subspan(batch.first, m_texts), batch.seed};
}

void LengthGroups::drawGroup(FunctionReference<std::int64_t(std::size_t)> lengthOf) {
    for (std::size_t i = 0; i < m_drawn.size(); ++i) {
        const std::size_t text = m_random.below(m_count);
        m_drawn[i] = {lengthOf(text), i, text};
    }
    // Texts of one length stay in the order in which they were drawn.
    std::ranges::sort(m_drawn);
    std::ranges::transform(m_drawn, m_sorted.begin(), &Drawn::text);
    m_batches.clear();
    for (std::size_t i = 0; i < kBatches; ++i) m_batches.push_back({i * m_texts, m_random.next()});
    for (std::size_t i = 0; i + 1 < kBatches; ++i) {
        std::swap(m_batches[i], m_batches[i + m_random.below(kBatches - i)]);
    }
}

bool LengthGroups::canRestore(const SourceState& state) const {
    return state.places.size() == 1 && state.places[0] >= 0 && state.places[0] <= static_cast<std::int64_t>(kBatches);
}

void LengthGroups::restore(const SourceState& state) {
    expects(canRestore(state), "[batches] there is no such place");
    m_before = state.random;
    m_random.setState(state.random);
    m_given = state.places[0];
    m_batches.clear();
}

}  // namespace attentarium
