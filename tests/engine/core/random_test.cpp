#include "engine/core/random.h"

#include <cmath>
#include <vector>

#include "engine/core/error.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

TEST_CASE("The numbers are those of xoshiro256**") {
    // The first numbers that its authors' code gives for this state.
    Random random(0);
    random.setState({1, 2, 3, 4});
    for (const std::uint64_t expected :
         {11520ULL, 0ULL, 1509978240ULL, 1215971899390074240ULL, 1216172134540287360ULL, 607988272756665600ULL}) {
        CHECK(random.next() == expected);
    }
}

TEST_CASE("The state is filled from the seed by splitmix64") {
    Random random(1234567);
    CHECK(random.state() ==
          Random::State{0x599ed017fb08fc85ULL, 0x2c73f08458540fa5ULL, 0x883ebce5a3f27c77ULL, 0x3fbef740e9177b3fULL});
    CHECK(random.next() == 0x30a3a1c363600467ULL);
    for (int i = 0; i < 998; ++i) random.next();
    CHECK(random.next() == 0x3be7f2876df677c2ULL);
}

TEST_CASE("A saved state goes on where it was saved") {
    Random random(5);
    for (int i = 0; i < 10; ++i) random.normal();
    Random other(6);
    other.setState(random.state());
    for (int i = 0; i < 10; ++i) CHECK(other.normal() == random.normal());
}

TEST_CASE("Uniform numbers lie between 0 and 1 with the right mean and variance") {
    Random random(1);
    const int count = 100000;
    double sum = 0.0;
    double squares = 0.0;
    for (int i = 0; i < count; ++i) {
        const double value = random.uniform();
        if (value < 0.0 || value >= 1.0) FAIL("outside [0, 1): " << value);
        sum += value;
        squares += value * value;
    }
    const double mean = sum / count;
    CHECK(mean == Approx(0.5).margin(0.005));
    CHECK(squares / count - mean * mean == Approx(1.0 / 12.0).margin(0.002));
}

TEST_CASE("Numbers below a bound are unbiased") {
    Random random(2);
    for (const std::uint64_t bound : {1ULL, 2ULL, 3ULL, 10ULL, 97ULL}) {
        const std::uint64_t perValue = 2000;
        std::vector<std::uint64_t> counts(bound);
        for (std::uint64_t i = 0; i < bound * perValue; ++i) ++counts.at(random.below(bound));
        double chiSquared = 0.0;
        for (const std::uint64_t count : counts) {
            const double difference = static_cast<double>(count) - static_cast<double>(perValue);
            chiSquared += difference * difference / static_cast<double>(perValue);
        }
        const double freedom = static_cast<double>(bound - 1);
        CHECK(chiSquared <= freedom + 4.0 * std::sqrt(2.0 * freedom));
    }
    CHECK_THROWS_AS(random.below(0), LogicError);
}

TEST_CASE("A bound that divides 2^64 badly favours nothing") {
    // Without drawing again, numbers below 2^63 would come up twice as often as the rest.
    Random random(3);
    const std::uint64_t half = std::uint64_t{1} << 63;
    const int count = 30000;
    int low = 0;
    for (int i = 0; i < count; ++i) {
        const std::uint64_t drawn = random.below(half + half / 2);
        if (drawn >= half + half / 2) FAIL("not below the bound: " << drawn);
        low += drawn < half ? 1 : 0;
    }
    CHECK(static_cast<double>(low) / count == Approx(2.0 / 3.0).margin(0.012));
}

TEST_CASE("Normal numbers have the moments of a standard normal") {
    Random random(4);
    const int count = 200000;
    double sums[5] = {};
    int beyondTwo = 0;
    for (int i = 0; i < count; ++i) {
        const double value = random.normal();
        if (!std::isfinite(value)) FAIL("not finite");
        double power = 1.0;
        for (double& sum : sums) {
            sum += power;
            power *= value;
        }
        beyondTwo += std::abs(value) > 2.0 ? 1 : 0;
    }
    CHECK(sums[1] / count == Approx(0.0).margin(0.01));
    CHECK(sums[2] / count == Approx(1.0).margin(0.015));
    CHECK(sums[3] / count == Approx(0.0).margin(0.04));
    CHECK(sums[4] / count == Approx(3.0).margin(0.1));
    CHECK(static_cast<double>(beyondTwo) / count == Approx(0.0455).margin(0.002));
}

}  // namespace
}  // namespace attentarium
