#include "engine/ops/rotary.h"

#include <cmath>

#include "engine/core/error.h"
#include "engine/core/random.h"
#include "engine/nn/sinusoidal_positions.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

/// One token of one head, turned as at `place`.
std::vector<double> turned(std::span<const double> x, std::int64_t place) {
    Parallel parallel(1);
    Tape<double> tape(Purpose::Training, parallel);
    const auto width = static_cast<std::int64_t>(x.size());
    const Tensor<double> turns = rotaryTurns<double>(place + 1, width);
    const Var y = rotary(tape, tape.leaf({1, 1, width}, x), {turns.view().row(place), {1, width}});
    return {tape.value(y).span().begin(), tape.value(y).span().end()};
}

double dot(const std::vector<double>& x, const std::vector<double>& y) {
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * y[i];
    return sum;
}

TEST_CASE("A rotated query and key know only how far apart they are") {
    Random random(1);
    std::vector<double> query(8), key(8);
    for (double& x : query) x = random.normal();
    for (double& x : key) x = random.normal();
    const double near = dot(turned(query, 5), turned(key, 3));
    CHECK(near == Approx(dot(turned(query, 42), turned(key, 40))));
    CHECK(near != Approx(dot(turned(query, 6), turned(key, 3))));
    CHECK(dot(turned(query, 9), turned(query, 9)) == Approx(dot(query, query)));
    CHECK(turned(query, 0) == query);
}

TEST_CASE("The first pair turns by one radian a place, the last by far less") {
    const std::vector<double> y = turned(std::vector<double>{1, 0, 1, 0}, 2);
    CHECK(y[0] == Approx(std::cos(2.0)));
    CHECK(y[1] == Approx(std::sin(2.0)));
    CHECK(y[2] == Approx(std::cos(0.02)));
    CHECK(y[3] == Approx(std::sin(0.02)));
}

TEST_CASE("Rotary positions refuse an odd head width") {
    CHECK_THROWS_AS(rotaryTurns<float>(4, 3), LogicError);
}

TEST_CASE("Sinusoidal positions are those of Attention Is All You Need") {
    const Tensor<double> table = sinusoidalPositions<double>(50, 6);
    for (const std::int64_t place : {0, 1, 49}) {
        const auto at = static_cast<double>(place);
        CHECK(table.view().row(place)[0] == Approx(std::sin(at)));
        CHECK(table.view().row(place)[1] == Approx(std::cos(at)));
        CHECK(table.view().row(place)[4] == Approx(std::sin(at / std::pow(10000.0, 4.0 / 6))));
        CHECK(table.view().row(place)[5] == Approx(std::cos(at / std::pow(10000.0, 4.0 / 6))));
    }
}

}  // namespace
}  // namespace attentarium
