#include "engine/train/window_sampler.h"

#include <algorithm>
#include <string>

#include "engine/core/error.h"

namespace attentarium {

SplitCorpus split(std::span<const int> tokens) {
    const std::size_t training = tokens.size() - tokens.size() / 10;
    return {tokens.first(training), tokens.subspan(training)};
}

WindowSampler::WindowSampler(std::span<const int> tokens, std::vector<std::int64_t> starts, std::int64_t texts,
                             std::int64_t length, std::uint64_t seed)
    : m_tokens(tokens),
      m_starts(std::move(starts)),
      m_length(length),
      m_random(seed),
      m_ids(static_cast<std::size_t>(texts * length)),
      m_targets(m_ids.size()) {
    const auto size = static_cast<std::int64_t>(tokens.size());
    if (size <= length) {
        throw Error(ErrorKind::CorpusTooShort,
                    {.file = "The corpus", .value = std::to_string(size), .limit = std::to_string(length + 1)});
    }
    std::erase_if(m_starts, [&](std::int64_t start) { return start + length >= size; });
}

TrainingBatch WindowSampler::draw() {
    const auto length = static_cast<std::size_t>(m_length);
    for (std::size_t at = 0; at < m_ids.size(); at += length) {
        const std::size_t start =
            m_starts.empty() ? m_random.below(m_tokens.size() - length) : m_starts[m_random.below(m_starts.size())];
        std::ranges::copy(m_tokens.subspan(start, length), m_ids.begin() + static_cast<std::ptrdiff_t>(at));
        std::ranges::copy(m_tokens.subspan(start + 1, length), m_targets.begin() + static_cast<std::ptrdiff_t>(at));
    }
    return {.inputs = batchOf(m_ids, m_length), .targets = m_targets, .labels = {}};
}

}  // namespace attentarium
