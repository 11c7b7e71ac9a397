#include "engine/train/masked_source.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "engine/core/demand.h"
#include "engine/ops/cross_entropy.h"
#include "engine/text/special_tokens.h"

namespace attentarium {

void validate(const MaskSettings& settings) {
    demand("mask-share", settings.share, settings.share >= 0 && settings.share < 1, "from 0 to below 1");
    demand("masked", settings.masked, settings.masked >= 0 && settings.masked <= 1, "from 0 to 1");
    const double most = 1 - settings.masked;
    demand("replaced", settings.replaced, settings.replaced >= 0 && settings.replaced <= most + 1e-12,
           "from 0 to what is not masked");
}

MaskedSource::MaskedSource(TextCuts cuts, const Vocabulary& vocabulary, const MaskSettings& settings,
                           std::int64_t texts, std::uint64_t seed)
    : m_cuts(std::move(cuts)),
      m_settings((validate(settings), settings)),
      m_mask(specialId(vocabulary, special::kMask)),
      m_plainTokens(specialId(vocabulary, special::kBegin)),
      m_groups(m_cuts.count(), texts, seed),
      m_random(seed),
      m_batch(texts, 0, m_cuts.longest()) {
    const auto longest = static_cast<std::size_t>(m_cuts.longest());
    m_tokens.reserve(longest);
    m_targets.reserve(longest);
    m_places.reserve(longest);
}

TrainingBatch MaskedSource::draw() {
    const LengthGroups::Choice choice =
        m_groups.next([this](std::size_t text) { return static_cast<std::int64_t>(m_cuts[text].size()); });
    m_random = Random(choice.seed);
    m_batch.begin(0, static_cast<std::int64_t>(m_cuts[choice.texts.back()].size()));
    for (std::int64_t row = 0; row < m_batch.texts(); ++row) {
        mask(m_cuts[choice.texts[static_cast<std::size_t>(row)]]);
        m_batch.set(row, {.source = {}, .tokens = m_tokens, .targets = m_targets, .segments = {}, .label = kNoTarget});
    }
    return m_batch.all();
}

void MaskedSource::mask(std::span<const int> text) {
    m_tokens.assign(text.begin(), text.end());
    m_targets.assign(text.size(), kNoTarget);
    m_places.resize(text.size());
    std::iota(m_places.begin(), m_places.end(), std::size_t{0});
    const auto share = static_cast<std::size_t>(std::lround(m_settings.share * static_cast<double>(text.size())));
    for (std::size_t i = 0; i < std::max<std::size_t>(1, share); ++i) {
        std::swap(m_places[i], m_places[i + m_random.below(m_places.size() - i)]);
        const std::size_t place = m_places[i];
        m_targets[place] = text[place];
        m_tokens[place] = seenInsteadOf(text[place]);
    }
}

int MaskedSource::seenInsteadOf(int token) {
    const double chance = m_random.uniform();
    if (chance < m_settings.masked) return m_mask;
    if (chance >= m_settings.masked + m_settings.replaced) return token;
    return static_cast<int>(m_random.below(static_cast<std::uint64_t>(m_plainTokens)));
}

}  // namespace attentarium
