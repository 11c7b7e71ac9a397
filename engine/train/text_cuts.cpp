#include "engine/train/text_cuts.h"

#include <algorithm>
#include <string>

#include "engine/core/error.h"

namespace attentarium {

TextCuts::TextCuts(std::span<const int> tokens, std::span<const std::int64_t> starts, std::int64_t length,
                   std::int64_t shortest)
    : m_tokens(tokens), m_longest(length) {
    const auto size = static_cast<std::int64_t>(tokens.size());
    for (std::size_t i = 0; i + 1 < starts.size() && starts[i + 1] <= size; ++i) {
        const std::int64_t whole = std::min(starts[i + 1] - starts[i], length);
        if (whole >= shortest) m_cuts.push_back({static_cast<std::size_t>(starts[i]), static_cast<std::size_t>(whole)});
    }
    if (m_cuts.empty() && (!starts.empty() || size < length || length < shortest)) {
        const std::int64_t needed = std::max(length, shortest);
        throw Error(ErrorKind::CorpusTooShort,
                    {.file = "The corpus", .value = std::to_string(size), .limit = std::to_string(needed)});
    }
    m_windows = static_cast<std::size_t>(size - length + 1);
    if (!m_cuts.empty()) m_longest = static_cast<std::int64_t>(std::ranges::max(m_cuts, {}, &Cut::length).length);
}

std::span<const int> TextCuts::operator[](std::size_t index) const {
    if (m_cuts.empty()) return m_tokens.subspan(index, static_cast<std::size_t>(m_longest));
    return m_tokens.subspan(m_cuts[index].start, m_cuts[index].length);
}

}  // namespace attentarium
