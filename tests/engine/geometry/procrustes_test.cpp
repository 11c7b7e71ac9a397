#include "engine/geometry/procrustes.h"

#include <cmath>

#include "engine/core/random.h"
#include "tests/support/catch.h"

using namespace attentarium;

namespace {

Points cloud(std::int64_t count, std::int64_t dimensions) {
    Random random(3);
    Points points(count, dimensions);
    for (double& value : points.values) value = random.normal();
    return points;
}

double largestDifference(const Points& a, const Points& b) {
    double largest = 0;
    for (std::size_t i = 0; i < a.values.size(); ++i) largest = std::max(largest, std::abs(a.values[i] - b.values[i]));
    return largest;
}

}  // namespace

TEST_CASE("What was moved, turned, mirrored and enlarged is laid back exactly") {
    const Points points = cloud(9, 2);
    Points other(9, 2);
    for (std::int64_t i = 0; i < 9; ++i) {
        const double x = points.row(i)[0], y = points.row(i)[1];
        other.row(i)[0] = 4 - 3 * (0.6 * x - 0.8 * y);
        other.row(i)[1] = 7 + 3 * (0.8 * x + 0.6 * y);
    }
    const Procrustes found = procrustes(points, other);
    CHECK(std::abs(found.scale - 3) < 1e-12);
    CHECK(found.left < 1e-12);
    CHECK(largestDifference(aligned(found, points), other) < 1e-12);
}

TEST_CASE("A narrower space lies in a part of the wider one, and the other way round") {
    const Points narrow = cloud(12, 3);
    Points wide(12, 5);
    for (std::int64_t i = 0; i < 12; ++i) {
        for (int k = 0; k < 3; ++k) wide.row(i)[4 - k] = 2 * narrow.row(i)[k] + 1;
    }
    const Procrustes up = procrustes(narrow, wide);
    CHECK(largestDifference(aligned(up, narrow), wide) < 1e-12);
    CHECK(up.left < 1e-12);
    const Procrustes down = procrustes(wide, narrow);
    CHECK(largestDifference(aligned(down, wide), narrow) < 1e-12);
}

TEST_CASE("What an alignment does not reach is said") {
    Points from = cloud(50, 2), to = cloud(50, 4);
    const Procrustes found = procrustes(from, to);
    CHECK(found.left > 0.3);
    CHECK(found.left < 1);
    Points still(2, 2);
    CHECK(procrustes(still, still).scale == 1);
}
