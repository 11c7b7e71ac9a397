#include "engine/core/vector_math.h"

#include <limits>

#include "tests/support/catch.h"

namespace attentarium {
namespace {

double relativeError(double computed, double exact) {
    return std::abs(computed - exact) / std::max(std::abs(exact), 1e-37);
}

TEST_CASE("The fast functions agree with the exact ones to a few units in the last place") {
    double exponentials = 0, logistics = 0, tangents = 0;
    for (float x = -86.0f; x < 88.0f; x += 0.00317f) {
        const auto exact = static_cast<double>(x);
        exponentials = std::max(exponentials, relativeError(static_cast<double>(exponential(x)), std::exp(exact)));
        logistics = std::max(logistics, relativeError(static_cast<double>(logistic(x)), 1 / (1 + std::exp(-exact))));
        tangents = std::max(tangents, relativeError(static_cast<double>(hyperbolicTangent(x)), std::tanh(exact)));
    }
    CHECK(exponentials < 3e-7);
    CHECK(logistics < 4e-7);
    CHECK(tangents < 4e-7);
    for (const float tiny : {1e-3f, 1e-10f, 1e-30f, -1e-20f, 0.0f}) {
        CHECK(relativeError(static_cast<double>(hyperbolicTangent(tiny)), static_cast<double>(tiny)) < 1e-6);
    }
}

TEST_CASE("The fast functions end at their limits, and what is no number stays none") {
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
    CHECK(exponential(-kInfinity) == 0);
    CHECK(logistic(kInfinity) == 1);
    CHECK(logistic(-kInfinity) < 1e-37f);
    CHECK(hyperbolicTangent(kInfinity) == 1);
    CHECK(hyperbolicTangent(-kInfinity) == -1);
    CHECK(std::isnan(exponential(kNan)));
    CHECK(std::isnan(logistic(kNan)));
    CHECK(std::isnan(hyperbolicTangent(kNan)));
}

}  // namespace
}  // namespace attentarium
