#include "ui/views/stage/stage_map.h"

#include <algorithm>

#include "tests/support/catch.h"
#include "tests/support/traces.h"

using namespace attentarium;

namespace {

std::vector<StagePart::Kind> kinds(const StageMap& map) {
    std::vector<StagePart::Kind> all;
    for (const StagePart& part : map.parts()) all.push_back(part.kind);
    return all;
}

}  // namespace

TEST_CASE("the parts of a model follow from its trace") {
    const auto trace = smallTrace({1, 2, 3, 4});
    const StageMap map(*trace);
    using Kind = StagePart::Kind;
    CHECK(kinds(map) == std::vector<Kind>{Kind::TokenEmbedding, Kind::Position, Kind::Block, Kind::Block, Kind::Norm,
                                          Kind::Unembedding, Kind::Softmax, Kind::Loss});
    CHECK(map.countLike(map.parts()[2]) == 2);
    CHECK(map.parts()[3].number == 1);
}

TEST_CASE("a text of one token has no loss part") {
    const auto trace = smallTrace({1});
    const StageMap map(*trace);
    CHECK(std::ranges::none_of(map.parts(), [](const StagePart& part) { return part.kind == StagePart::Kind::Loss; }));
}

TEST_CASE("every step has a page, and each value of a page is on that page") {
    for (const bool tied : {false, true}) {
        const auto trace = smallTrace({1, 2, 3, 4}, tied);
        const StageMap map(*trace);
        for (const Step& step : trace->steps()) {
            const StagePage page = map.pageOf(step);
            const std::vector<Var> nodes = map.nodesOf(page);
            INFO(trace->name(step.node));
            CHECK(std::ranges::find(nodes, map.valueOf(step.node)) != nodes.end());
        }
    }
}

TEST_CASE("a part's first step is in the phase one is in") {
    const auto trace = smallTrace({1, 2, 3, 4});
    const StageMap map(*trace);
    const auto steps = trace->steps();
    const Step backward{Phase::Backward, *trace->find("blocks.1.attention.query")};
    for (const Step& like : {steps.front(), backward, steps.back()}) {
        const int found = map.firstStep(map.parts()[2].nodes, like);
        REQUIRE(found >= 0);
        CHECK(steps[static_cast<std::size_t>(found)].phase == like.phase);
        CHECK(map.partOf(steps[static_cast<std::size_t>(found)].node) == 2);
    }
    // No gradient flows through the probabilities that are shown.
    const int softmax = map.firstStep(map.parts()[6].nodes, backward);
    REQUIRE(softmax >= 0);
    CHECK(steps[static_cast<std::size_t>(softmax)].phase != Phase::Backward);
}
