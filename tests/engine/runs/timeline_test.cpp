#include "engine/core/error.h"
#include "engine/runs/moment.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

std::shared_ptr<const Moment> momentAt(std::int64_t step) {
    auto moment = std::make_shared<Moment>();
    moment->step = step;
    moment->parameters.push_back(Tensor<float>({250}));
    return moment;
}

constexpr std::size_t kBytes = 1000;  // of one moment

std::vector<std::int64_t> stepsOf(const Timeline& timeline) {
    std::vector<std::int64_t> steps;
    for (const auto& moment : timeline.moments()) steps.push_back(moment->step);
    return steps;
}

}  // namespace

TEST_CASE("A timeline never takes more than its budget, and keeps the first moment and the latest") {
    Timeline timeline(20 * kBytes);
    for (std::int64_t step = 0; step <= 100000; ++step) {
        if (timeline.wants(step)) timeline.add(momentAt(step));
        REQUIRE(timeline.bytes() <= 20 * kBytes);
    }
    CHECK(timeline.moments().size() == 20);
    CHECK(timeline.moments().front()->step == 0);
    CHECK(timeline.moments().back()->step > 95000);
}

TEST_CASE("The moments of a timeline lie the farther apart the later they are") {
    Timeline timeline(20 * kBytes);
    for (std::int64_t step = 0; step <= 20000; ++step) {
        if (timeline.wants(step)) timeline.add(momentAt(step));
    }
    const std::vector<std::int64_t> steps = stepsOf(timeline);
    REQUIRE(steps.size() == 20);
    // No gap is much larger than it would have to be: log steps that are evenly spread have a twentieth each.
    for (std::size_t i = 2; i < steps.size(); ++i) {
        const double ratio = static_cast<double>(steps[i] + 1) / static_cast<double>(steps[i - 1] + 1);
        CHECK(ratio < 4.5);
    }
    CHECK(steps[steps.size() / 2] < 1000);
}

TEST_CASE("A smaller budget lets go of moments at once, a larger one brings none back") {
    Timeline timeline(50 * kBytes);
    for (std::int64_t step = 0; step < 40; ++step) timeline.add(momentAt(step));
    timeline.setBudget(10 * kBytes);
    CHECK(timeline.moments().size() == 10);
    timeline.setBudget(0);
    CHECK(stepsOf(timeline) == std::vector<std::int64_t>{0, 39});
    timeline.setBudget(50 * kBytes);
    CHECK(timeline.moments().size() == 2);
}

TEST_CASE("Moments come in order") {
    Timeline timeline(50 * kBytes);
    timeline.add(momentAt(0));
    CHECK_FALSE(timeline.wants(0));
    CHECK(timeline.wants(1));
    timeline.add(momentAt(3));
    CHECK_THROWS_AS(timeline.add(momentAt(3)), LogicError);
    CHECK_FALSE(timeline.wants(3));
    CHECK(timeline.wants(4));
}

}  // namespace attentarium
