#include <algorithm>

#include "engine/core/error.h"
#include "engine/models/registry.h"
#include "engine/train/objective.h"
#include "engine/train/random_batch.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

constexpr Family kFamilies[] = {Family::MlpLm, Family::Cbow, Family::SkipGram};

std::int64_t upTo(Random& random, std::uint64_t most) {
    return 1 + static_cast<std::int64_t>(random.below(most));
}

ModelConfig randomConfig(Family family, Random& random) {
    return {.family = family,
            .width = upTo(random, 9),
            .context = 12,
            .vocabulary = 1 + upTo(random, 20),
            .window = upTo(random, 5),
            .hidden = upTo(random, 12),
            .direct = random.below(2) == 0,
            .negatives = static_cast<std::int64_t>(random.below(4))};
}

template <typename Scalar = float>
std::unique_ptr<Model<Scalar>> filledModel(const ModelConfig& config, Random& random) {
    auto model = makeModel<Scalar>(config);
    for (std::size_t i = 0; i < model->parameters().size(); ++i) fillNormal(model->parameters()[i], random, 0.6);
    return model;
}

std::vector<float> logitsOf(const Model<float>& model, const TokenRows& tokens, int threads = 1) {
    Parallel parallel(threads);
    Tape<float> tape(Purpose::Training, parallel);
    const auto logits = tape.value(model.run(tape, {.tokens = tokens, .source = {}, .segments = {}}).logits);
    return {logits.span().begin(), logits.span().end()};
}

std::vector<int> randomIds(Random& random, std::int64_t count, std::int64_t vocabulary) {
    std::vector<int> ids;
    for (std::int64_t i = 0; i < count; ++i)
        ids.push_back(static_cast<int>(upTo(random, static_cast<std::uint64_t>(vocabulary))) - 1);
    return ids;
}

TEST_CASE("The number of parameters of the small word models is known before they are made") {
    Random random(1);
    for (int i = 0; i < 60; ++i) {
        const ModelConfig config = randomConfig(kFamilies[i % 3], random);
        CHECK(parameterCount(config) == makeModel<float>(config)->parameters().count());
    }
}

TEST_CASE("What mlp-lm says at a place never depends on later words, nor on those before its window") {
    Random random(2);
    for (int round = 0; round < 60; ++round) {
        const ModelConfig config = randomConfig(Family::MlpLm, random);
        const auto model = filledModel(config, random);
        const std::int64_t length = upTo(random, 12), texts = upTo(random, 3);
        std::vector<int> ids = randomIds(random, texts * length, config.vocabulary);
        const std::vector<float> before = logitsOf(*model, {ids, length, {}});
        const std::int64_t changed = upTo(random, static_cast<std::uint64_t>(length)) - 1;
        for (std::int64_t text = 0; text < texts; ++text) {
            int& id = ids[static_cast<std::size_t>(text * length + changed)];
            id = (id + 1) % static_cast<int>(config.vocabulary);
        }
        const std::vector<float> after = logitsOf(*model, {ids, length, {}});
        for (std::int64_t row = 0; row < texts * length; ++row) {
            const auto same =
                std::equal(before.begin() + row * config.vocabulary, before.begin() + (row + 1) * config.vocabulary,
                           after.begin() + row * config.vocabulary);
            const std::int64_t place = row % length;
            CHECK(same == (place < changed || place >= changed + config.window));
        }
    }
}

TEST_CASE("Before the beginning of a text mlp-lm reads words that say nothing") {
    Random random(3);
    const ModelConfig config{
        .family = Family::MlpLm, .width = 4, .context = 8, .vocabulary = 6, .window = 3, .hidden = 5};
    const auto model = filledModel(config, random);
    // With a word whose embedding is zero in front, nothing changes for those that follow.
    std::fill_n(model->parameters()[0].value.mutableView().row(5), 4, 0.0f);
    const std::vector<int> text{2, 0, 3, 1}, longer{5, 5, 2, 0, 3, 1};
    const std::vector<float> alone = logitsOf(*model, {text, 4, {}}), behind = logitsOf(*model, {longer, 6, {}});
    CHECK(std::equal(alone.begin(), alone.end(), behind.begin() + 2 * 6));
}

TEST_CASE("Padding changes nothing in the small word models") {
    Random random(4);
    for (int round = 0; round < 90; ++round) {
        const ModelConfig config = randomConfig(kFamilies[round % 3], random);
        const auto model = filledModel(config, random);
        const std::int64_t length = upTo(random, 6), more = upTo(random, 6);
        const std::vector<int> text = randomIds(random, length, config.vocabulary);
        std::vector<int> ids = randomIds(random, 2 * (length + more), config.vocabulary);
        std::ranges::copy(text, ids.begin());
        const std::vector<std::int64_t> lengths{length, length + more};
        const std::vector<float> alone = logitsOf(*model, {text, length, {}});
        const std::vector<float> padded = logitsOf(*model, {ids, length + more, lengths});
        for (std::size_t i = 0; i < alone.size(); ++i)
            REQUIRE(padded[i] == Approx(alone[i]).epsilon(1e-5).margin(1e-6));
    }
}

TEST_CASE("cbow hears of each neighbour within its window, and of nothing else") {
    Random random(5);
    const ModelConfig config{.family = Family::Cbow, .width = 4, .context = 9, .vocabulary = 6, .window = 2};
    const auto model = filledModel(config, random);
    std::vector<int> ids = randomIds(random, 9, 6);
    const std::vector<float> before = logitsOf(*model, {ids, 9, {}});
    ids[4] = (ids[4] + 1) % 6;
    const std::vector<float> after = logitsOf(*model, {ids, 9, {}});
    for (std::int64_t place = 0; place < 9; ++place) {
        const bool same =
            std::equal(before.begin() + place * 6, before.begin() + (place + 1) * 6, after.begin() + place * 6);
        CHECK(same == (place == 4 || std::abs(place - 4) > 2));
    }
}

TEST_CASE("The small word models give the same bits looked at, trained, and on any number of threads") {
    Random random(6);
    for (int round = 0; round < 60; ++round) {
        const ModelConfig config = randomConfig(kFamilies[round % 3], random);
        const auto model = filledModel(config, random);
        const RandomBatch batch(config, {upTo(random, 5), 2 + upTo(random, 9), 1, random.below(2) == 0}, random);
        std::vector<std::vector<float>> all;
        for (const Purpose purpose : {Purpose::Training, Purpose::Looking}) {
            for (const int threads : {1, 2, 3}) {
                Parallel parallel(threads);
                Tape<float> tape(purpose, parallel);
                const Var loss = lossesOf(tape, *model, batch.view(), {}).loss;
                tape.backward(loss);
                std::vector<float>& numbers = all.emplace_back();
                numbers.push_back(*tape.value(loss).data);
                for (std::size_t i = 0; i < model->parameters().size(); ++i) {
                    const auto gradient = tape.gradient(tape.parameterNode(i)).span();
                    numbers.insert(numbers.end(), gradient.begin(), gradient.end());
                }
            }
        }
        for (const std::vector<float>& numbers : all) CHECK(numbers == all.front());
    }
}

TEST_CASE("A text beyond the context and other families' ways are refused") {
    Random random(7);
    for (const Family family : kFamilies) {
        const auto model = filledModel(randomConfig(family, random), random);
        Parallel parallel(1);
        Tape<float> tape(Purpose::Training, parallel);
        const std::vector<int> ids(13, 0);
        CHECK_THROWS_AS(model->run(tape, batchOf(ids, 13)), LogicError);
        const std::vector<int> unknown{1000};
        CHECK_THROWS_AS(model->run(tape, batchOf(unknown, 1)), LogicError);
    }
    const auto model = filledModel(randomConfig(Family::MlpLm, random), random);
    Parallel parallel(1);
    Tape<float> tape(Purpose::Training, parallel);
    CHECK_THROWS_AS(model->sampledLosses(tape, {}, {}), LogicError);
}

}  // namespace
}  // namespace attentarium
