#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace attentarium {

/// Points in a space of some dimensions, one a row, row-major: [count, dimensions].
struct Points {
    std::int64_t count = 0;
    std::int64_t dimensions = 0;
    std::vector<double> values;

    Points() = default;
    /// Zeros.
    Points(std::int64_t pointCount, std::int64_t dimensionCount)
        : count(pointCount),
          dimensions(dimensionCount),
          values(static_cast<std::size_t>(pointCount * dimensionCount)) {}

    double* row(std::int64_t point) { return values.data() + point * dimensions; }
    const double* row(std::int64_t point) const { return values.data() + point * dimensions; }
    std::span<const double> operator[](std::int64_t point) const {
        return {row(point), static_cast<std::size_t>(dimensions)};
    }
    std::span<double> operator[](std::int64_t point) { return {row(point), static_cast<std::size_t>(dimensions)}; }
};

/// The rows of a matrix of numbers in another precision.
template <typename Scalar>
Points pointsOf(const Scalar* rows, std::int64_t count, std::int64_t dimensions) {
    Points points(count, dimensions);
    for (std::int64_t i = 0; i < count * dimensions; ++i) {
        points.values[static_cast<std::size_t>(i)] = static_cast<double>(rows[i]);
    }
    return points;
}

}  // namespace attentarium
