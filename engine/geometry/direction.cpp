#include "engine/geometry/direction.h"

#include "engine/geometry/similarity.h"

namespace attentarium {
namespace {

std::vector<double> ofLengthOne(std::vector<double> vector) {
    const double whole = length(vector);
    if (whole > 0) {
        for (double& value : vector) value /= whole;
    }
    return vector;
}

}  // namespace

std::vector<double> directionBetween(std::span<const double> from, std::span<const double> to) {
    std::vector<double> difference(from.size());
    for (std::size_t i = 0; i < difference.size(); ++i) difference[i] = to[i] - from[i];
    return ofLengthOne(std::move(difference));
}

std::vector<double> meanDirection(const Points& points, std::span<const std::pair<int, int>> pairs) {
    std::vector<double> sum(static_cast<std::size_t>(points.dimensions));
    for (const auto& [from, to] : pairs) {
        const std::vector<double> one = directionBetween(points[from], points[to]);
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += one[i];
    }
    return ofLengthOne(std::move(sum));
}

std::vector<double> along(const Points& points, std::span<const double> direction) {
    std::vector<double> places;
    places.reserve(static_cast<std::size_t>(points.count));
    for (std::int64_t point = 0; point < points.count; ++point) places.push_back(dot(points[point], direction));
    return places;
}

Points withoutDirection(const Points& points, std::span<const double> direction) {
    Points left = points;
    for (std::int64_t point = 0; point < points.count; ++point) {
        const double part = dot(points[point], direction);
        for (std::size_t i = 0; i < direction.size(); ++i) left[point][i] -= part * direction[i];
    }
    return left;
}

Points alongTwo(const Points& points, std::span<const double> across, std::span<const double> up) {
    Points places(points.count, 2);
    for (std::int64_t point = 0; point < points.count; ++point) {
        places.row(point)[0] = dot(points[point], across);
        places.row(point)[1] = dot(points[point], up);
    }
    return places;
}

}  // namespace attentarium
