#include <algorithm>
#include <cmath>

#include "engine/models/model_config.h"
#include "engine/train/objective.h"
#include "engine/train/random_batch.h"
#include "engine/train/trainer.h"
#include "tests/engine/models/random_recurrent.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

using test::describedRecurrent;
using test::filledModel;
using test::randomRecurrent;

constexpr std::uint64_t kSeeds = 60;

std::int64_t below(Random& random, std::uint64_t count) {
    return static_cast<std::int64_t>(random.below(count));
}

RandomBatch someBatch(const ModelConfig& config, bool padded, Random& random) {
    return RandomBatch(config, {1 + below(random, 14), 1 + below(random, 9), 1 + below(random, 9), padded}, random);
}

template <typename Scalar>
std::vector<Scalar> logitsOf(const Model<Scalar>& model, const Batch& batch, Purpose purpose = Purpose::Training) {
    Parallel parallel(1);
    Tape<Scalar> tape(purpose, parallel);
    const auto values = tape.value(model.run(tape, batch).logits).span();
    return {values.begin(), values.end()};
}

/// Logits, loss and the gradient of every parameter.
template <typename Scalar>
std::vector<std::vector<Scalar>> everythingOf(const Model<Scalar>& model, const TrainingBatch& batch, Purpose purpose,
                                              int threads) {
    Parallel parallel(threads);
    Tape<Scalar> tape(purpose, parallel);
    const Losses losses = lossesOf(tape, model, batch, {});
    tape.backward(losses.loss);
    std::vector<TensorView<Scalar>> gradients(model.parameters().size());
    gradientsByOrdinal(tape, gradients);
    std::vector<std::vector<Scalar>> all;
    for (const auto& values : {tape.value(losses.logits), tape.value(losses.loss)}) {
        all.emplace_back(values.span().begin(), values.span().end());
    }
    for (const auto& gradient : gradients) all.emplace_back(gradient.span().begin(), gradient.span().end());
    return all;
}

template <typename Scalar>
bool areNear(std::span<const Scalar> left, std::span<const Scalar> right, double allowed) {
    double largest = 1e-30, worst = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        largest = std::max(largest, std::abs(static_cast<double>(left[i])));
        const double difference = std::abs(static_cast<double>(left[i] - right[i]));
        if (!(difference <= worst)) worst = difference;
    }
    return left.size() == right.size() && worst <= allowed * largest;
}

TEST_CASE("A recurrent model says nothing of a token that depends on tokens after it") {
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        Random random(seed);
        const ModelConfig config = randomRecurrent(random);
        INFO("seed " << seed << ", " << describedRecurrent(config));
        const auto model = filledModel<float>(config, random);
        RandomBatch batch = someBatch(config, false, random);
        const Batch inputs = batch.view().inputs;
        const std::vector<float> before = logitsOf(*model, inputs);
        const std::int64_t length = inputs.tokens.length, time = below(random, static_cast<std::uint64_t>(length));
        for (std::int64_t i = 0; i < std::ssize(batch.ids); ++i) {
            if (i % length > time) batch.ids[static_cast<std::size_t>(i)] = static_cast<int>(below(random, 2));
        }
        const std::vector<float> after = logitsOf(*model, inputs);
        for (std::int64_t row = 0; row < std::ssize(batch.ids); ++row) {
            if (row % length > time) continue;
            const auto start = row * config.vocabulary;
            REQUIRE(
                std::equal(before.begin() + start, before.begin() + start + config.vocabulary, after.begin() + start));
        }
    }
}

TEST_CASE("What stands in the padding changes no bit of a recurrent model's loss and gradients") {
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        Random random(seed);
        const ModelConfig config = randomRecurrent(random);
        INFO("seed " << seed << ", " << describedRecurrent(config));
        const auto model = filledModel<float>(config, random);
        RandomBatch batch = someBatch(config, true, random);
        if (std::ranges::all_of(batch.targets, [](int target) { return target < 0; })) continue;
        const auto before = everythingOf(*model, batch.view(), Purpose::Training, 1);
        const auto scramble = [&](std::vector<int>& ids, const std::vector<std::int64_t>& lengths) {
            const auto length = static_cast<std::int64_t>(ids.size() / std::max<std::size_t>(1, lengths.size()));
            for (std::int64_t i = 0; i < std::ssize(ids); ++i) {
                if (i % length < lengths[static_cast<std::size_t>(i / length)]) continue;
                ids[static_cast<std::size_t>(i)] =
                    static_cast<int>(below(random, static_cast<std::uint64_t>(config.vocabulary)));
            }
        };
        scramble(batch.ids, batch.lengths);
        scramble(batch.source, batch.sourceLengths);
        const auto after = everythingOf(*model, batch.view(), Purpose::Training, 1);
        for (std::size_t i = 1; i < before.size(); ++i) REQUIRE((before[i] == after[i]));
    }
}

TEST_CASE("A recurrent model says of a padded text what it says of it alone") {
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        Random random(seed);
        const ModelConfig config = randomRecurrent(random);
        INFO("seed " << seed << ", " << describedRecurrent(config));
        const auto model = filledModel<double>(config, random);
        const RandomBatch batch = someBatch(config, true, random);
        const Batch inputs = batch.view().inputs;
        const std::vector<double> together = logitsOf(*model, inputs);
        const auto text = static_cast<std::size_t>(below(random, batch.lengths.size()));
        const auto own = [text](const TokenRows& rows) {
            if (rows.ids.empty()) return TokenRows{};
            const std::int64_t length = rows.lengths[text];
            return TokenRows{
                rows.ids.subspan(text * static_cast<std::size_t>(rows.length), static_cast<std::size_t>(length)),
                length,
                {}};
        };
        const Batch alone{own(inputs.tokens), own(inputs.source), {}};
        const std::vector<double> apart = logitsOf(*model, alone);
        const std::size_t start = text * static_cast<std::size_t>(inputs.tokens.length * config.vocabulary);
        REQUIRE(areNear<double>(apart, std::span(together).subspan(start, apart.size()), 1e-13));
    }
}

TEST_CASE("Looking at a recurrent model gives the numbers of training, and threads change no bit") {
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        Random random(seed);
        const ModelConfig config = randomRecurrent(random);
        INFO("seed " << seed << ", " << describedRecurrent(config));
        const auto model = filledModel<float>(config, random);
        const RandomBatch batch = someBatch(config, seed % 2 == 0, random);
        if (std::ranges::all_of(batch.targets, [](int target) { return target < 0; })) continue;
        const auto trained = everythingOf(*model, batch.view(), Purpose::Training, 1);
        REQUIRE((everythingOf(*model, batch.view(), Purpose::Training, 3) == trained));
        const auto looked = everythingOf(*model, batch.view(), Purpose::Looking, 1);
        REQUIRE((looked[0] == trained[0]));
        REQUIRE((looked[1] == trained[1]));
        for (std::size_t i = 2; i < trained.size(); ++i) {
            INFO(model->parameters()[i - 2].name);
            REQUIRE(areNear<float>(trained[i], looked[i], 2e-5));
        }
    }
}

TEST_CASE("The parameters of a recurrent model are counted before it is made") {
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        Random random(seed);
        const ModelConfig config = randomRecurrent(random);
        INFO("seed " << seed << ", " << describedRecurrent(config));
        CHECK(parameterCount(config) == makeModel<float>(config)->parameters().count());
    }
}

TEST_CASE("Recurrent models of impossible sizes are refused by name and value") {
    for (const Family family : {Family::Rnn, Family::Lstm, Family::Gru, Family::Seq2Seq}) {
        INFO(nameOf(family));
        const auto refused = [family](const char* name, const char* value, const auto& change) {
            ModelConfig config = defaultConfig(family);
            config.vocabulary = 5;
            CHECK_NOTHROW(validate(config));
            change(config);
            try {
                validate(config);
                FAIL("nothing was refused");
            } catch (const Error& error) {
                CHECK(error.kind() == ErrorKind::OptionOutOfRange);
                CHECK(error.values().name == name);
                CHECK(error.values().value == value);
            }
        };
        refused("layers", "5", [](ModelConfig& config) { config.layers = 5; });
        refused("layers", "0", [](ModelConfig& config) { config.layers = 0; });
        refused("width", "0", [](ModelConfig& config) { config.width = 0; });
        refused("context", "-1", [](ModelConfig& config) { config.context = -1; });
        refused("vocabulary", "1", [](ModelConfig& config) { config.vocabulary = 1; });
        ModelConfig huge = defaultConfig(family);
        huge.vocabulary = 1 << 22;
        huge.width = 1 << 15;
        CHECK_THROWS_AS(validate(huge), Error);
    }
}

TEST_CASE("A fresh LSTM keeps what it has: its forget gates begin open") {
    ModelConfig config = defaultConfig(Family::Lstm);
    config.vocabulary = 5;
    config.width = 4;
    const auto model = makeModel<float>(config);
    Random random(1);
    model->initialise(random);
    const auto bias = model->parameters().find("layers.1.input.bias")->value.values();
    for (std::size_t i = 0; i < bias.size(); ++i) CHECK(bias[i] == (i / 4 == 1 ? 1.0f : 0.0f));
}

}  // namespace
}  // namespace attentarium
