#include "engine/geometry/direction.h"

#include <cmath>

#include "engine/geometry/similarity.h"
#include "tests/support/catch.h"

using namespace attentarium;

TEST_CASE("A direction has length 1, and none where there is no way to go") {
    const double from[] = {1.0, 1.0}, to[] = {4.0, 5.0};
    CHECK(directionBetween(from, to) == std::vector<double>{0.6, 0.8});
    CHECK(directionBetween(from, from) == std::vector<double>{0, 0});
}

TEST_CASE("The mean of directions counts each pair alike, however far apart its words lie") {
    Points points(4, 2);
    points.values = {0, 0, 10, 0, 0, 0, 0, 0.1};
    const std::pair<int, int> pairs[] = {{0, 1}, {2, 3}};
    const std::vector<double> mean = meanDirection(points, pairs);
    CHECK(std::abs(mean[0] - std::sqrt(0.5)) < 1e-12);
    CHECK(std::abs(mean[1] - std::sqrt(0.5)) < 1e-12);
    const std::pair<int, int> opposite[] = {{0, 1}, {1, 0}};
    CHECK(meanDirection(points, opposite) == std::vector<double>{0, 0});
}

TEST_CASE("Without a direction nothing lies along it, and the rest stays") {
    Points points(2, 3);
    points.values = {1, 2, 3, -4, 5, 6};
    const double direction[] = {0.6, 0.8, 0.0};
    const std::vector<double> before = along(points, direction);
    CHECK(std::abs(before[0] - 2.2) < 1e-12);
    CHECK(std::abs(before[1] - 1.6) < 1e-12);
    const Points after = withoutDirection(points, direction);
    for (const double left : along(after, direction)) CHECK(std::abs(left) < 1e-12);
    CHECK(after.row(0)[2] == 3);
    const double up[] = {0.0, 0.0, 1.0};
    const Points two = alongTwo(points, direction, up);
    CHECK(two.dimensions == 2);
    CHECK(two.row(1)[1] == 6);
}
