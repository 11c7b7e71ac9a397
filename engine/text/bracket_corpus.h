#pragma once

#include <cstdint>
#include <string>

namespace attentarium {

/// The corpus of balanced brackets: `texts` of them, one per line, each with its line end, of `kinds` kinds (1: (),
/// 2: () and [], 3: {} too) and of at most `longest` brackets. They are the balanced examples of the task `brackets`.
std::string bracketCorpus(std::uint64_t seed, std::int64_t texts, std::int64_t kinds = 3, std::int64_t longest = 32);

}  // namespace attentarium
