#include "engine/ops/dropout.h"

#include <algorithm>
#include <cmath>

#include "engine/core/error.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

std::vector<float> dropped(double rate, std::uint64_t seed, int threads = 1, int before = 0) {
    Parallel parallel(threads);
    Tape<float> tape(Purpose::Training, parallel);
    tape.setDropout(rate, seed);
    const std::vector<float> ones(100 * 200, 1.0f);
    for (int i = 0; i < before; ++i) tape.leaf({1}, std::span(ones).first(1));
    const Var y = dropout(tape, tape.leaf({100, 200}, ones));
    tape.backward(y, ones);
    const auto values = tape.value(y).span();
    // The gradient is dropped where the value is.
    const auto gradients = tape.gradient({y.index - 1}).span();
    CHECK(std::ranges::equal(values, gradients));
    return {values.begin(), values.end()};
}

TEST_CASE("Dropout drops the share it is told and keeps the mean") {
    for (const double rate : {0.1, 0.5, 0.9}) {
        const std::vector<float> y = dropped(rate, 7);
        const auto zeros = static_cast<double>(std::ranges::count(y, 0.0f));
        // Within four standard deviations of a binomial count.
        CHECK(std::abs(zeros - 20000 * rate) < 4 * std::sqrt(20000 * rate * (1 - rate)));
        for (const float cell : y) CHECK((cell == 0.0f || cell == Approx(1 / (1 - rate))));
    }
}

TEST_CASE("What is dropped follows from seed, place and cell, on any number of threads") {
    const std::vector<float> y = dropped(0.5, 7);
    CHECK(y == dropped(0.5, 7, 3));
    for (const auto& other : {dropped(0.5, 8), dropped(0.5, 7 + (std::uint64_t{1} << 32)), dropped(0.5, 7, 1, 1)}) {
        int same = 0;
        for (std::size_t i = 0; i < y.size(); ++i) same += y[i] == other[i];
        CHECK(std::abs(same - 10000) < 300);
    }
    // Neither neighbours nor rows look alike.
    int asNeighbour = 0, asAbove = 0;
    for (std::size_t i = 200; i < y.size(); ++i) {
        asNeighbour += y[i] == y[i - 1];
        asAbove += y[i] == y[i - 200];
    }
    CHECK(std::abs(asNeighbour - 9900) < 300);
    CHECK(std::abs(asAbove - 9900) < 300);
}

TEST_CASE("Dropout at rate 0 is no op, and a rate of 1 is refused") {
    Parallel parallel(1);
    Tape<float> tape(Purpose::Training, parallel);
    const float one = 1;
    const Var x = tape.leaf({1}, {&one, 1});
    CHECK(dropout(tape, x) == x);
    tape.setDropout(1, 0);
    CHECK_THROWS_AS(dropout(tape, x), LogicError);
}

}  // namespace
}  // namespace attentarium
