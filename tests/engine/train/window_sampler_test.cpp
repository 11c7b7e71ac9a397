#include "engine/train/window_sampler.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "engine/core/error.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

std::vector<int> counting(std::size_t count) {
    std::vector<int> tokens(count);
    std::iota(tokens.begin(), tokens.end(), 0);
    return tokens;
}

TEST_CASE("The last tenth is held out") {
    const std::vector<int> tokens = counting(105);
    const SplitCorpus parts = split(tokens);
    CHECK(parts.training.size() == 95);
    CHECK(parts.heldOut.size() == 10);
    CHECK(parts.heldOut.front() == 95);
    CHECK(split(std::vector<int>()).training.empty());
}

TEST_CASE("Windows come with the tokens that follow, from every place where one fits") {
    const std::vector<int> tokens = counting(10);
    WindowSampler sampler(tokens, {}, 3, 4, 1);
    std::set<int> starts;
    for (int draw = 0; draw < 200; ++draw) {
        const TrainingBatch batch = sampler.draw();
        const std::span<const int> ids = batch.inputs.tokens.ids, targets = batch.targets;
        REQUIRE(ids.size() == 12);
        for (std::size_t at = 0; at < ids.size(); ++at) {
            CHECK(targets[at] == ids[at] + 1);
            if (at % 4 != 0) CHECK(ids[at] == ids[at - 1] + 1);
        }
        for (std::size_t at = 0; at < ids.size(); at += 4) starts.insert(ids[at]);
    }
    CHECK(starts == std::set<int>{0, 1, 2, 3, 4, 5});
}

TEST_CASE("Given starts, windows begin there alone, where they fit") {
    const std::vector<int> tokens = counting(10);
    WindowSampler sampler(tokens, {0, 3, 5, 6, 9}, 1, 4, 1);
    std::set<int> starts;
    for (int draw = 0; draw < 100; ++draw) {
        starts.insert(sampler.draw().inputs.tokens.ids[0]);
    }
    CHECK(starts == std::set<int>{0, 3, 5});
}

TEST_CASE("A text without a whole window is refused, and the state of the stream is the place in the data") {
    const std::vector<int> tokens = counting(5);
    CHECK_THROWS_AS(WindowSampler(tokens, {}, 1, 5, 1), Error);
    WindowSampler first(tokens, {}, 10, 2, 1), second(tokens, {}, 10, 2, 99);
    first.draw();
    second.restore(first.state());
    CHECK(std::ranges::equal(first.draw().inputs.tokens.ids, second.draw().inputs.tokens.ids));
}

}  // namespace
}  // namespace attentarium
