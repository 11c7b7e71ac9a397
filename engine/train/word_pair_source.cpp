#include "engine/train/word_pair_source.h"

#include <algorithm>
#include <string>

#include "engine/core/error.h"

namespace attentarium {
namespace {

void demandTokens(std::span<const int> tokens, std::int64_t needed) {
    if (static_cast<std::int64_t>(tokens.size()) >= needed) return;
    throw Error(ErrorKind::CorpusTooShort,
                {.file = "The corpus", .value = std::to_string(tokens.size()), .limit = std::to_string(needed)});
}

}  // namespace

WordPairSource::WordPairSource(const ModelConfig& config, std::span<const int> tokens, std::vector<std::int64_t> starts,
                               std::int64_t texts, std::int64_t length, std::uint64_t seed)
    : m_config(config),
      m_tokens((demandTokens(tokens, std::max<std::int64_t>(2, length)), tokens)),
      m_starts(std::move(starts)),
      m_length(length),
      m_random(seed),
      m_noise(countsOf(tokens, config.vocabulary)),
      m_ids(static_cast<std::size_t>(texts * length)) {
    std::erase_if(m_starts,
                  [&](std::int64_t start) { return start + length > static_cast<std::int64_t>(tokens.size()); });
}

TrainingBatch WordPairSource::draw() {
    const auto length = static_cast<std::size_t>(m_length);
    for (std::size_t at = 0; at < m_ids.size(); at += length) {
        const std::size_t start = m_starts.empty()
                                      ? m_random.below(m_tokens.size() - length + 1)
                                      : static_cast<std::size_t>(m_starts[m_random.below(m_starts.size())]);
        std::ranges::copy(m_tokens.subspan(start, length), m_ids.begin() + static_cast<std::ptrdiff_t>(at));
    }
    const TokenRows rows{m_ids, m_length, {}};
    collectPairs(m_config, rows, m_noise, m_random, m_pairs);
    return m_pairs.batch(rows);
}

}  // namespace attentarium
