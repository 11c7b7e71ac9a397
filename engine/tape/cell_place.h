#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace attentarium {

/// The cell of a tensor with these axes that lies at `place`; none where it has no such place.
inline std::optional<std::int64_t> cellAt(std::span<const std::int64_t> sizes, std::span<const std::int64_t> place) {
    if (place.size() != sizes.size()) return std::nullopt;
    std::int64_t cell = 0;
    for (std::size_t axis = 0; axis < sizes.size(); ++axis) {
        if (place[axis] < 0 || place[axis] >= sizes[axis]) return std::nullopt;
        cell = cell * sizes[axis] + place[axis];
    }
    return cell;
}

}  // namespace attentarium
