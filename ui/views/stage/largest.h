#pragma once

#include <algorithm>
#include <cmath>
#include <span>

namespace attentarium {

/// The largest finite number without its sign; 0 where there is none.
inline double largest(std::span<const float> numbers) {
    float most = 0;
    for (const float number : numbers) {
        if (std::isfinite(number)) most = std::max(most, std::abs(number));
    }
    return static_cast<double>(most);
}

}  // namespace attentarium
