#include "engine/train/nudging.h"

#include <cmath>

#include "engine/core/error.h"
#include "tests/support/catch.h"
#include "tests/support/families.h"

namespace attentarium {
namespace {

/// Nodes of a trace that the loss depends on.
std::vector<Var> dependedOn(const Trace& trace) {
    std::vector<Var> nodes;
    for (const Var node : trace.nodes()) {
        if (!trace.gradients(node).empty()) nodes.push_back(node);
    }
    return nodes;
}

TEST_CASE("A nudge agrees with the gradient, for cells anywhere in every family") {
    for (const FamilySample& sample : familySamples()) {
        const auto trace = sampleTrace(sample);
        const std::vector<Var> nodes = dependedOn(*trace);
        Nudging nudging(*sampleModel(sample), trace->text());
        Random random(7);
        for (int i = 0; i < 60; ++i) {
            const Var node = nodes[random.below(nodes.size())];
            const auto gradients = trace->gradients(node);
            const std::size_t cell = random.below(gradients.size());
            INFO(sample.name << ", " << trace->name(node) << "[" << cell << "]");
            const Nudge nudge = nudging(node, static_cast<std::int64_t>(cell));
            CHECK(std::abs(nudge.measured - nudge.computed) < 1e-6);
            CHECK(nudge.agrees());
            // The trace has the same gradient, in float.
            CHECK(std::abs(nudge.computed - static_cast<double>(gradients[cell])) < 1e-4);
        }
    }
}

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
