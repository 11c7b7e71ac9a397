#include "engine/train/nudging.h"

#include <cmath>

#include "engine/core/error.h"
#include "tests/support/catch.h"
#include "tests/support/families.h"

namespace attentarium {
namespace {

TEST_CASE("The loss falls to one side of a cell whose gradient is not zero") {
    const FamilySample sample = familySamples().front();
    const auto trace = sampleTrace(sample);
    Nudging nudging(*sampleModel(sample), trace->text());
    const Nudge nudge = nudging(*trace->find("blocks.0.attention.projected"), 3);
    REQUIRE(nudge.computed != 0);
    CHECK((nudge.higher > nudge.lower) == (nudge.computed > 0));
    CHECK((nudge.higher - nudge.lower) / (2 * nudge.step) == Approx(nudge.computed).epsilon(1e-3));
    // Again, the same: nothing of the last nudge stays.
    CHECK(nudging(*trace->find("blocks.0.attention.projected"), 3).higher == nudge.higher);
}

TEST_CASE("Only cells that the loss depends on are nudged") {
    const FamilySample sample = familySamples().front();
    const auto trace = sampleTrace(sample);
    Nudging nudging(*sampleModel(sample), trace->text());
    const Var loss = *trace->find("loss");
    CHECK(nudging(loss, 0).measured == Approx(1));
    CHECK_THROWS_AS(nudging(loss, 1), LogicError);
    CHECK_THROWS_AS(nudging(Var{}, 0), LogicError);
    CHECK_THROWS_AS(nudging(Var{100'000}, 0), LogicError);
}

}  // namespace
}  // namespace attentarium
