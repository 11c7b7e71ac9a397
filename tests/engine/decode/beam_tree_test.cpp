#include "engine/decode/beam_tree.h"

#include <cmath>

#include "tests/engine/decode/continuing_models.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

using test::ContinuingModel;
using test::randomContinuingModel;

TEST_CASE("The tree's ends are what the search finds, and every way to them was kept") {
    for (std::uint64_t seed = 0; seed < 48; ++seed) {
        Random random(seed);
        const ContinuingModel model = randomContinuingModel(random);
        INFO("seed " << seed << ", " << nameOf(model.model->config().family));
        const std::vector<int> prompt{1, 0};
        const BeamSettings settings{.beams = 1 + static_cast<std::int64_t>(random.below(5)), .mostTokens = 7, .end = 2};
        const auto searching = makeReader(*model.model, model.source);
        const auto found = beamSearch(*searching, prompt, settings);
        const auto growing = makeReader(*model.model, model.source);
        const BeamTree tree = beamTree(*growing, prompt, settings, 3);
        REQUIRE(tree.ends.size() == found.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            std::vector<int> tokens;
            double logProbability = 0;
            for (const int node : tree.pathTo(tree.ends[i])) {
                const BeamNode& one = tree.nodes[static_cast<std::size_t>(node)];
                CHECK(one.fate != BeamNode::Fate::Cut);
                tokens.push_back(one.token);
                logProbability += std::log(one.probability);
            }
            CHECK(tokens == found[i].tokens);
            CHECK(tree.scores[i] == Approx(found[i].score));
            CHECK(logProbability == Approx(found[i].logProbability).margin(1e-5));
        }
    }
}

TEST_CASE("What was cut is less likely than what was kept, and nothing grows from it") {
    Random random(7);
    const ContinuingModel model = randomContinuingModel(random);
    const auto reader = makeReader(*model.model, model.source);
    const BeamTree tree = beamTree(*reader, std::vector<int>{1}, {.beams = 2, .mostTokens = 5}, 2);
    CHECK(tree.places() == 5);
    double last = 0;
    int place = 0, cut = 0;
    for (const BeamNode& node : tree.nodes) {
        if (node.place != place) last = 0;
        place = node.place;
        CHECK(node.logProbability <= last);
        last = node.logProbability;
        if (node.fate == BeamNode::Fate::Cut) ++cut;
        if (node.parent < 0) continue;
        const BeamNode& parent = tree.nodes[static_cast<std::size_t>(node.parent)];
        CHECK(parent.fate == BeamNode::Fate::Kept);
        CHECK(parent.place + 1 == node.place);
    }
    CHECK(cut == 10);
}

}  // namespace
}  // namespace attentarium
