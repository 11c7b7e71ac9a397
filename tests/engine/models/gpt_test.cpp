#include <cstring>

#include "engine/core/error.h"
#include "engine/models/registry.h"
#include "engine/ops/cross_entropy.h"
#include "engine/train/objective.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

struct Case {
    ModelConfig config;
    std::int64_t batch, length;
};

/// Lengths of one token, odd sizes, and sizes on both ways through the matrix product.
std::vector<Case> cases() {
    return {
        {{.layers = 1, .heads = 1, .width = 1, .context = 1, .vocabulary = 2}, 1, 1},
        {{.layers = 2, .heads = 3, .width = 9, .context = 5, .vocabulary = 7}, 1, 1},
        {{.layers = 2, .heads = 3, .width = 9, .context = 5, .vocabulary = 7}, 3, 5},
        {{.layers = 1, .heads = 2, .width = 14, .context = 13, .vocabulary = 11, .tied = true}, 2, 13},
        {{.layers = 2, .heads = 4, .width = 32, .context = 33, .vocabulary = 65}, 4, 33},
        {{.layers = 1, .heads = 1, .width = 31, .context = 64, .vocabulary = 5, .tied = true}, 1, 63},
    };
}

std::string bits(std::span<const float> values) {
    return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

/// Everything a pass computed that training uses, as bytes.
std::vector<std::string> passBits(const Case& one, Purpose purpose, int threads) {
    const auto model = makeModel<float>(one.config);
    Random random(17);
    for (std::size_t i = 0; i < model->parameters().size(); ++i) fillNormal(model->parameters()[i], random, 0.3);
    std::vector<int> ids, targets;
    for (std::int64_t i = 0; i < one.batch * one.length; ++i) {
        ids.push_back(static_cast<int>(random.below(static_cast<std::uint64_t>(one.config.vocabulary))));
        targets.push_back(static_cast<int>(random.below(static_cast<std::uint64_t>(one.config.vocabulary))));
    }
    if (targets.size() > 1) targets.back() = kNoTarget;
    Parallel parallel(threads);
    Tape<float> tape(purpose, parallel);
    const Losses recorded =
        lossesOf(tape, *model, {.inputs = batchOf(ids, one.length), .targets = targets, .labels = {}}, {});
    tape.backward(recorded.loss);
    std::vector<std::string> all{bits(tape.value(recorded.logits).span()), bits(tape.value(recorded.loss).span())};
    for (std::size_t i = 0; i < model->parameters().size(); ++i) {
        const auto gradient = tape.gradient(tape.parameterNode(i)).span();
        CHECK(gradient.size() == model->parameters()[i].value.values().size());
        all.push_back(bits(gradient));
    }
    return all;
}

TEST_CASE("Looking computes the same bits as training: logits, loss and the gradient of every parameter") {
    for (const Case& one : cases()) {
        INFO(one.config.width << " wide, " << one.batch << " texts of " << one.length);
        const std::vector<std::string> trained = passBits(one, Purpose::Training, 1);
        const std::vector<std::string> looked = passBits(one, Purpose::Looking, 1);
        REQUIRE(trained.size() == looked.size());
        for (std::size_t i = 0; i < trained.size(); ++i) {
            INFO("number " << i);
            CHECK((trained[i] == looked[i]));
        }
    }
}

TEST_CASE("The number of threads changes no bit of a pass") {
    for (const Case& one : cases()) {
        const std::vector<std::string> alone = passBits(one, Purpose::Training, 1);
        for (const int threads : {2, 3}) CHECK((passBits(one, Purpose::Training, threads) == alone));
    }
}

TEST_CASE("A later token changes nothing before it") {
    const auto model = makeModel<float>({.layers = 2, .heads = 2, .width = 8, .context = 6, .vocabulary = 5});
    Random random(2);
    for (std::size_t i = 0; i < model->parameters().size(); ++i) fillNormal(model->parameters()[i], random, 0.5);
    const auto logits = [&](std::vector<int> ids) {
        Parallel parallel(1);
        Tape<float> tape(Purpose::Looking, parallel);
        const auto values =
            tape.value(model->run(tape, batchOf(ids, static_cast<std::int64_t>(ids.size()))).logits).span();
        return std::vector<float>(values.begin(), values.end());
    };
    const std::vector<float> before = logits({1, 2, 3, 4}), after = logits({1, 2, 3, 0});
    CHECK(std::equal(before.begin(), before.begin() + 15, after.begin()));
    CHECK_FALSE(std::equal(before.begin() + 15, before.end(), after.begin() + 15));
}

TEST_CASE("Texts beyond the context and unknown ids are our own mistakes") {
    const auto model = makeModel<float>({.layers = 1, .heads = 1, .width = 4, .context = 2, .vocabulary = 5});
    Parallel parallel(1);
    Tape<float> tape(Purpose::Training, parallel);
    const std::vector<int> longer{0, 1, 2}, unknown{5}, negative{-1};
    CHECK_THROWS_AS(model->run(tape, batchOf(longer, 3)), LogicError);
    CHECK_THROWS_AS(model->run(tape, batchOf(unknown, 1)), LogicError);
    CHECK_THROWS_AS(model->run(tape, batchOf(negative, 1)), LogicError);
}

TEST_CASE("The same seed gives the same fresh weights, another seed others") {
    const auto fresh = [](std::uint64_t seed) {
        const auto model = makeModel<float>({.layers = 1, .heads = 1, .width = 4, .context = 2, .vocabulary = 5});
        Random random(seed);
        model->initialise(random);
        std::string all;
        for (std::size_t i = 0; i < model->parameters().size(); ++i) {
            all += bits(model->parameters()[i].value.values());
        }
        return all;
    };
    CHECK((fresh(1) == fresh(1)));
    CHECK((fresh(1) != fresh(2)));
}

}  // namespace
}  // namespace attentarium
