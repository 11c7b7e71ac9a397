#include "engine/ops/gelu_linear.h"

#include <vector>

#include "engine/core/error.h"
#include "engine/core/random.h"
#include "engine/ops/gelu.h"
#include "engine/ops/linear.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

const std::vector<Shape> kShapes{{3, 40, 30}, {30, 20}, {20}};

/// The result and the gradients of x, weight and bias, one after the other.
std::vector<float> bitsOf(bool fused, int threads) {
    Parallel parallel(threads);
    Tape<float> tape(Purpose::Training, parallel);
    Random random(3);
    std::vector<Var> leaves;
    for (const Shape& shape : kShapes) {
        std::vector<float> values(static_cast<std::size_t>(shape.count()));
        for (float& value : values) value = static_cast<float>(random.normal());
        leaves.push_back(tape.leaf(shape, values));
    }
    const Var y = fused ? geluLinear(tape, leaves[0], leaves[1], leaves[2])
                        : linear(tape, gelu(tape, leaves[0]), leaves[1], leaves[2]);
    std::vector<float> seed(static_cast<std::size_t>(tape.shape(y).count()));
    for (float& value : seed) value = static_cast<float>(random.normal());
    tape.backward(y, seed);
    std::vector<float> all(tape.value(y).span().begin(), tape.value(y).span().end());
    for (const Var leaf : leaves) {
        const auto gradient = tape.gradient(leaf).span();
        all.insert(all.end(), gradient.begin(), gradient.end());
    }
    return all;
}

TEST_CASE("A linear layer that makes its GELU anew has the bits of both ops, on any number of threads") {
    const std::vector<float> expected = bitsOf(false, 1);
    for (const int threads : {1, 2, 3}) CHECK((bitsOf(true, threads) == expected));
}

TEST_CASE("A tape for looking takes no GELU without a node") {
    Parallel parallel;
    Tape<float> tape(Purpose::Looking, parallel);
    const std::vector<float> one{1};
    const Var x = tape.leaf({1, 1}, one), weight = tape.leaf({1, 1}, one), bias = tape.leaf({1}, one);
    CHECK_THROWS_AS(geluLinear(tape, x, weight, bias), LogicError);
}

}  // namespace
}  // namespace attentarium
