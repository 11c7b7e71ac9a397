#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "engine/core/shape.h"

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

inline std::optional<std::int64_t> cellAt(const Shape& shape, std::span<const std::int64_t> place) {
    std::array<std::int64_t, Shape::kMaximumRank> sizes{};
    const auto rank = static_cast<std::size_t>(shape.rank());
    for (std::size_t axis = 0; axis < rank; ++axis) sizes[axis] = shape[static_cast<int>(axis)];
    return cellAt(std::span(sizes).first(rank), place);
}

}  // namespace attentarium
