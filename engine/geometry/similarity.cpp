#include "engine/geometry/similarity.h"

#include <algorithm>
#include <cmath>

#include "engine/core/error.h"
#include "engine/core/vector_math.h"

namespace attentarium {

double dot(std::span<const double> a, std::span<const double> b) {
    expects(a.size() == b.size(), "[similarity] two vectors must have the same dimensions");
    return dotProduct(a.data(), b.data(), static_cast<std::int64_t>(a.size()));
}

double length(std::span<const double> a) {
    return std::sqrt(dot(a, a));
}

double cosine(std::span<const double> a, std::span<const double> b) {
    const double lengths = length(a) * length(b);
    return lengths > 0 ? std::clamp(dot(a, b) / lengths, -1.0, 1.0) : 0;
}

std::vector<Neighbour> nearest(const Points& points, std::span<const double> to, int count,
                               std::span<const int> without) {
    std::vector<Neighbour> neighbours;
    neighbours.reserve(static_cast<std::size_t>(points.count));
    const double toLength = length(to);
    for (int point = 0; point < points.count; ++point) {
        if (std::ranges::find(without, point) != without.end()) continue;
        const double lengths = length(points[point]) * toLength;
        neighbours.push_back({point, lengths > 0 ? std::clamp(dot(points[point], to) / lengths, -1.0, 1.0) : 0});
    }
    const auto kept = std::min(neighbours.size(), static_cast<std::size_t>(std::max(0, count)));
    std::ranges::partial_sort(neighbours, neighbours.begin() + static_cast<std::ptrdiff_t>(kept),
                              [](const Neighbour& a, const Neighbour& b) {
                                  return a.cosine != b.cosine ? a.cosine > b.cosine : a.point < b.point;
                              });
    neighbours.resize(kept);
    return neighbours;
}

std::vector<double> analogyPoint(const Points& points, int a, int b, int c) {
    std::vector<double> place(static_cast<std::size_t>(points.dimensions));
    for (std::size_t i = 0; i < place.size(); ++i) place[i] = points[a][i] - points[b][i] + points[c][i];
    return place;
}

std::vector<Neighbour> analogy(const Points& points, int a, int b, int c, int count) {
    const int given[] = {a, b, c};
    return nearest(points, analogyPoint(points, a, b, c), count, given);
}

}  // namespace attentarium
