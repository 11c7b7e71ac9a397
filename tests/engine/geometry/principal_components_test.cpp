#include "engine/geometry/principal_components.h"

#include <cmath>

#include "tests/support/catch.h"

using namespace attentarium;

TEST_CASE("Points on a slanted line have one component, which is the line") {
    Points points(3, 2);
    points.values = {1, 1, 2, 3, 3, 5};
    const PrincipalComponents components = principalComponents(points, 2);
    CHECK(std::abs(components.shares[0] - 1) < 1e-12);
    CHECK(std::abs(components.shares[1]) < 1e-12);
    CHECK(std::abs(components.axes.row(0)[1] / components.axes.row(0)[0] - 2) < 1e-9);
    CHECK(components.axes.row(0)[1] > 0);
    const Points places = projected(components, points);
    CHECK(std::abs(places.row(2)[0] - std::sqrt(5.0)) < 1e-12);
    CHECK(std::abs(places.row(1)[0]) < 1e-12);
}

TEST_CASE("One point, or points that are all one, have no variance to share out") {
    Points one(1, 3);
    one.values = {1, 2, 3};
    const PrincipalComponents components = principalComponents(one, 2);
    CHECK(components.shares == std::vector<double>{0, 0});
    CHECK(std::abs(projected(components, one).row(0)[0]) < 1e-12);
    Points line(2, 1);
    line.values = {1, 2};
    CHECK(principalComponents(line, 2).axes.count == 1);
}
