#pragma once

#include <cstdint>
#include <span>

#include "engine/core/random.h"

namespace attentarium::tasks {

/// Uniform in {least, …, most}.
inline std::int64_t between(std::int64_t least, std::int64_t most, Random& random) {
    return least + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(most - least + 1)));
}

/// One of `values`, which outlive the call, each as likely.
template <typename Value>
const Value& oneOf(std::span<const Value> values, Random& random) {
    return values[random.below(values.size())];
}

/// True half of the time.
inline bool coin(Random& random) {
    return random.below(2) == 0;
}

}  // namespace attentarium::tasks
