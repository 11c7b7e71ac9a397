#include "ui/views/word_map/label_layout.h"

#include <numeric>

#include "engine/core/random.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

struct Cloud {
    explicit Cloud(int count, double size) {
        Random random(2);
        for (int i = 0; i < count; ++i) {
            points.emplace_back(size * random.uniform(), size * random.uniform());
            sizes.emplace_back(20 + 60 * random.uniform(), 16);
            order.push_back(count - 1 - i);
        }
    }
    std::vector<PlacedLabel> placed() const { return placedLabels(points, sizes, order, 7); }

    std::vector<QPointF> points;
    std::vector<QSizeF> sizes;
    std::vector<int> order;
};

TEST_CASE("No label covers another, and each stands beside its point") {
    const Cloud cloud(600, 500);
    const auto placed = cloud.placed();
    REQUIRE(placed.size() > 50);
    REQUIRE(placed.size() < 600);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const QPointF point = cloud.points[static_cast<std::size_t>(placed[i].point)];
        CHECK(placed[i].rect.adjusted(-8, -8, 8, 8).contains(point));
        CHECK(placed[i].rect.size() == cloud.sizes[static_cast<std::size_t>(placed[i].point)]);
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(placed[i].rect.intersects(placed[j].rect));
    }
}

TEST_CASE("The more important label has its way") {
    Cloud cloud(2, 0);
    cloud.points = {{0, 0}, {1, 0}};
    cloud.sizes = {{2000, 16}, {2000, 16}};
    cloud.order = {1, 0};
    const auto placed = cloud.placed();
    REQUIRE_FALSE(placed.empty());
    CHECK(placed.front().point == 1);
}

TEST_CASE("On a larger map there is room for more labels") {
    CHECK(Cloud(600, 1000).placed().size() > Cloud(600, 300).placed().size());
    CHECK(Cloud(600, 40000).placed().size() == 600);
}

}  // namespace
}  // namespace attentarium
