#include "engine/geometry/similarity.h"

#include <cmath>

#include "tests/support/catch.h"

using namespace attentarium;

namespace {

Points made(std::initializer_list<std::initializer_list<double>> rows) {
    Points points(static_cast<std::int64_t>(rows.size()), static_cast<std::int64_t>(rows.begin()->size()));
    std::int64_t at = 0;
    for (const auto& row : rows) std::copy(row.begin(), row.end(), points.row(at++));
    return points;
}

std::vector<int> numbers(const std::vector<Neighbour>& neighbours) {
    std::vector<int> result;
    for (const Neighbour& neighbour : neighbours) result.push_back(neighbour.point);
    return result;
}

}  // namespace

TEST_CASE("The cosine is that of the angle, whatever the lengths") {
    const double right[] = {2.0, 0.0}, up[] = {0.0, 5.0}, slant[] = {3.0, 3.0}, nothing[] = {0.0, 0.0};
    CHECK(cosine(right, right) == 1.0);
    CHECK(cosine(right, up) == 0.0);
    CHECK(std::abs(cosine(right, slant) - std::sqrt(0.5)) < 1e-15);
    const double left[] = {-1.0, 0.0};
    CHECK(cosine(right, left) == -1.0);
    CHECK(cosine(right, nothing) == 0.0);
}

TEST_CASE("Nearest points come first, equals in their order, those left out never") {
    const Points points = made({{1, 0}, {2, 0.1}, {0, 1}, {-1, 0}, {0, 3}});
    const double right[] = {1.0, 0.0};
    CHECK(numbers(nearest(points, right, 5)) == std::vector<int>{0, 1, 2, 4, 3});
    const int without[] = {0, 2};
    CHECK(numbers(nearest(points, right, 2, without)) == std::vector<int>{1, 4});
    CHECK(nearest(points, right, 0).empty());
    CHECK(nearest(points, right, 99).size() == 5);
}

TEST_CASE("An analogy finds the fourth corner and none of the three words") {
    // man, woman, king, queen, and a word that lies elsewhere.
    const Points points = made({{1, 0, 0}, {1, 1, 0}, {1, 0, 2}, {1, 1, 2}, {-1, -1, 1}});
    CHECK(analogyPoint(points, 1, 0, 2) == std::vector<double>{1, 1, 2});
    const std::vector<Neighbour> found = analogy(points, 1, 0, 2, 3);
    REQUIRE(found.size() == 2);
    CHECK(found[0].point == 3);
    CHECK(std::abs(found[0].cosine - 1) < 1e-12);
    CHECK(found[1].point == 4);
}
