#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace attentarium {

/// The largest finite number without its sign; 0 where there is none.
inline double largest(std::span<const float> numbers) {
    float most = 0;
    for (const float number : numbers) {
        if (std::isfinite(number)) most = std::max(most, std::abs(number));
    }
    return static_cast<double>(most);
}

/// The places of the `count` largest numbers, the largest first; of equal ones the earlier.
inline std::vector<std::int64_t> placesOfLargest(std::span<const float> numbers, std::size_t count) {
    std::vector<std::int64_t> places(numbers.size());
    std::iota(places.begin(), places.end(), 0);
    const auto end = places.begin() + static_cast<std::ptrdiff_t>(std::min(count, places.size()));
    std::partial_sort(places.begin(), end, places.end(), [&](std::int64_t a, std::int64_t b) {
        const float left = numbers[static_cast<std::size_t>(a)], right = numbers[static_cast<std::size_t>(b)];
        return left != right ? left > right : a < b;
    });
    places.erase(end, places.end());
    return places;
}

}  // namespace attentarium
