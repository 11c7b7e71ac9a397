#include <cmath>
#include <limits>

#include "engine/core/error.h"
#include "engine/train/gradient_clipping.h"
#include "engine/train/learning_rate.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

TEST_CASE("The rate rises over the warm-up and falls by half a cosine") {
    const TrainingSettings settings{.steps = 1100, .warmup = 100, .peakRate = 1e-3, .finalRate = 1e-4};
    const auto rate = [&](std::int64_t step) { return learningRateAt(settings, step); };
    CHECK(rate(0) == Approx(1e-3 / 101));
    CHECK(rate(49) == Approx(1e-3 * 50 / 101));
    CHECK(rate(99) == Approx(1e-3 * 100 / 101));
    CHECK(rate(100) == Approx(1e-3));
    CHECK(rate(350) == Approx(1e-4 + 9e-4 * (2 + std::sqrt(2)) / 4));
    CHECK(rate(600) == Approx(5.5e-4));
    CHECK(rate(1100) == Approx(1e-4));
    CHECK(rate(5000) == Approx(1e-4));
    for (std::int64_t step = 1; step < 1100; ++step) CHECK((rate(step) > rate(step - 1)) == (step <= 100));
}

TEST_CASE("Without a warm-up the peak comes first, and a warm-up may last longer than the run") {
    CHECK(learningRateAt({.steps = 10, .warmup = 0, .peakRate = 0.5, .finalRate = 0}, 0) == Approx(0.5));
    CHECK(learningRateAt({.steps = 10, .warmup = 100, .peakRate = 0.5, .finalRate = 0}, 9) == Approx(0.5 * 10 / 101));
}

TEST_CASE("Gradients are clipped by their common norm") {
    std::vector<float> first{3, 0}, second{0, 0, 4};
    const std::vector<TensorView<float>> gradients{{first.data(), {2}}, {}, {second.data(), {3}}};
    Parallel parallel;
    CHECK(gradientNorm(gradients, parallel) == Approx(5));
    CHECK(clipFactor(5, 1) == Approx(0.2).epsilon(1e-5));
    CHECK(clipFactor(5, 1) * 5 <= 1);
    CHECK(clipFactor(0.5, 1) == 1);
    CHECK(clipFactor(1, 1) == 1);
    CHECK(clipFactor(0, 1) == 1);
}

TEST_CASE("Impossible training settings are refused by name, no number among them") {
    const double nan = std::numeric_limits<double>::quiet_NaN(), infinity = std::numeric_limits<double>::infinity();
    const auto refused = [](auto TrainingSettings::*setting, auto value) -> std::string {
        TrainingSettings settings;
        settings.*setting = value;
        try {
            validate(settings);
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::OptionOutOfRange);
            return error.values().name;
        }
        return "accepted";
    };
    for (const double rate : {nan, infinity, -1e-3, 0.0, 11.0}) {
        CHECK(refused(&TrainingSettings::peakRate, rate) == "lr");
    }
    for (const double rate : {nan, -1e-9, 0.1}) CHECK(refused(&TrainingSettings::finalRate, rate) == "final-lr");
    for (const double beta : {nan, -0.1, 1.0}) {
        CHECK(refused(&TrainingSettings::beta1, beta) == "beta1");
        CHECK(refused(&TrainingSettings::beta2, beta) == "beta2");
    }
    for (const double clip : {nan, 0.0, -1.0, infinity}) CHECK(refused(&TrainingSettings::clip, clip) == "clip");
    for (const double decay : {nan, -0.1, infinity}) {
        CHECK(refused(&TrainingSettings::weightDecay, decay) == "weight-decay");
    }
    for (const std::int64_t count : {std::int64_t{0}, std::int64_t{-5}, std::int64_t{1} << 60}) {
        CHECK(refused(&TrainingSettings::batch, count) == "batch");
        CHECK(refused(&TrainingSettings::steps, count) == "steps");
    }
    CHECK(refused(&TrainingSettings::warmup, std::int64_t{-1}) == "warmup");
    CHECK(refused(&TrainingSettings::warmup, std::int64_t{0}) == "accepted");
    for (const double share : {nan, -0.1, 1.0}) {
        CHECK(refused(&TrainingSettings::dropout, share) == "dropout");
        CHECK(refused(&TrainingSettings::labelSmoothing, share) == "label-smoothing");
    }
    for (const double weight : {nan, -1e-9, infinity}) {
        CHECK(refused(&TrainingSettings::l1, weight) == "l1");
        CHECK(refused(&TrainingSettings::l2, weight) == "l2");
        CHECK(refused(&TrainingSettings::taskWeight, weight) == "task-weight");
    }
}

TEST_CASE("A refused setting is told with what would be accepted") {
    const auto sentence = [](auto TrainingSettings::*setting, auto value) -> std::string {
        TrainingSettings settings;
        settings.*setting = value;
        try {
            validate(settings);
        } catch (const Error& error) {
            return error.what();
        }
        return "accepted";
    };
    CHECK(sentence(&TrainingSettings::peakRate, 0.0) == "lr is 0; it must be above 0 and at most 10.");
    CHECK(sentence(&TrainingSettings::beta2, 1.0) == "beta2 is 1; it must be from 0 to below 1.");
    CHECK(sentence(&TrainingSettings::batch, std::int64_t{0}) == "batch is 0; it must be from 1 to 65536.");
}

}  // namespace
}  // namespace attentarium
