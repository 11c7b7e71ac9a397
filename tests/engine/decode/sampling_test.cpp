#include "engine/decode/sampling.h"

#include <cmath>
#include <limits>
#include <numeric>

#include "engine/core/error.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

const std::vector<float> kLogits{0.5f, 2.0f, -1.0f, 2.0f, 0.0f};

double sum(const std::vector<double>& probabilities) {
    return std::accumulate(probabilities.begin(), probabilities.end(), 0.0);
}

std::vector<std::size_t> allowed(const SamplingSettings& settings) {
    std::vector<std::size_t> tokens;
    const std::vector<double> probabilities = nextTokenProbabilities(kLogits, settings);
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        if (probabilities[i] > 0) tokens.push_back(i);
    }
    return tokens;
}

using Tokens = std::vector<std::size_t>;

TEST_CASE("Without limits the probabilities are the softmax of the logits") {
    const std::vector<double> probabilities = nextTokenProbabilities(kLogits, {});
    double denominator = 0;
    for (const float logit : kLogits) denominator += std::exp(static_cast<double>(logit));
    for (std::size_t i = 0; i < kLogits.size(); ++i) {
        CHECK(probabilities[i] == Approx(std::exp(static_cast<double>(kLogits[i])) / denominator).epsilon(1e-12));
    }
}

TEST_CASE("Probabilities sum to one under any settings") {
    for (const double temperature : {0.0, 1e-300, 0.1, 1.0, 1000.0}) {
        for (const std::int64_t topK : {0, 1, 3, 99}) {
            for (const double topP : {1e-9, 0.5, 1.0}) {
                INFO(temperature << " " << topK << " " << topP);
                CHECK(sum(nextTokenProbabilities(kLogits, {temperature, topK, topP})) == Approx(1).epsilon(1e-12));
            }
        }
    }
}

TEST_CASE("Top-k allows the k likeliest, of equals the first") {
    CHECK(allowed({1, 1, 1}) == Tokens{1});
    CHECK(allowed({1, 2, 1}) == Tokens{1, 3});
    CHECK(allowed({1, 3, 1}) == Tokens{0, 1, 3});
    CHECK(allowed({1, 99, 1}) == Tokens{0, 1, 2, 3, 4});
    CHECK(allowed({1, 0, 1}) == Tokens{0, 1, 2, 3, 4});
}

TEST_CASE("Top-p allows the likeliest that together reach the share, and always one") {
    // The probabilities are about 0.09, 0.40, 0.02, 0.40, 0.05 … in all 1.
    CHECK(allowed({1, 0, 1e-9}) == Tokens{1});
    CHECK(allowed({1, 0, 0.38}) == Tokens{1});
    CHECK(allowed({1, 0, 0.5}) == Tokens{1, 3});
    CHECK(allowed({1, 0, 0.85}) == Tokens{0, 1, 3});
    // After top-k, the share is one of what is left.
    CHECK(allowed({1, 2, 0.49}) == Tokens{1});
    CHECK(allowed({1, 2, 0.6}) == Tokens{1, 3});
}

TEST_CASE("A low temperature sharpens, a high one flattens, and 0 takes the likeliest") {
    const auto first = [](double temperature) { return nextTokenProbabilities(kLogits, {temperature, 0, 1})[0]; };
    CHECK(first(0.5) < first(1));
    CHECK(first(1) < first(2));
    CHECK(first(1000) == Approx(0.2).epsilon(1e-2));
    CHECK(allowed({0, 0, 1}) == Tokens{1});
}

TEST_CASE("A token with no logit is never drawn") {
    const float never = -std::numeric_limits<float>::infinity();
    CHECK(nextTokenProbabilities(std::vector{never, 1.0f}, {})[0] == 0);
    CHECK_THROWS_AS(nextTokenProbabilities(std::vector{never, never}, {}), LogicError);
}

TEST_CASE("Drawing follows the probabilities and the seed") {
    const std::vector<double> probabilities{0.2, 0, 0.5, 0.3};
    std::vector<int> drawn(4);
    Random random(7), same(7);
    for (int i = 0; i < 20000; ++i) {
        const int token = drawToken(probabilities, random);
        REQUIRE(token == drawToken(probabilities, same));
        ++drawn[static_cast<std::size_t>(token)];
    }
    CHECK(drawn[1] == 0);
    for (std::size_t i = 0; i < 4; ++i) CHECK(drawn[i] / 20000.0 == Approx(probabilities[i]).margin(0.02));
}

TEST_CASE("Impossible sampling settings are refused by name") {
    const auto refused = [](const SamplingSettings& settings) -> std::string {
        try {
            validate(settings);
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::OptionOutOfRange);
            return error.values().name;
        }
        return "accepted";
    };
    const double nan = std::numeric_limits<double>::quiet_NaN(), infinity = std::numeric_limits<double>::infinity();
    for (const double temperature : {-1.0, nan, infinity}) CHECK(refused({temperature, 0, 1}) == "temperature");
    CHECK(refused({1, -1, 1}) == "top-k");
    for (const double topP : {0.0, -0.5, 1.5, nan}) CHECK(refused({1, 0, topP}) == "top-p");
    CHECK(refused({0, 0, 1}) == "accepted");
}

}  // namespace
}  // namespace attentarium
