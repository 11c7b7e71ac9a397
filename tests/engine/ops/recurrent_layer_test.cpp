#include "engine/ops/recurrent_layer.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/error.h"
#include "engine/core/random.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

/// One layer with its weights and what it reads, all random.
struct Case {
    RecurrentCell cell;
    std::int64_t texts, length, in, width;
    std::vector<std::int64_t> lengths = {};
    bool reversed = false;
    bool begins = false;

    std::vector<Shape> shapes() const {
        const std::int64_t columns = gatesOf(cell) * width;
        std::vector<Shape> all{{texts, length, in}, {in, columns}, {columns}, {width, columns}, {columns}};
        if (begins) all.insert(all.end(), hasCellState(cell) ? 2 : 1, Shape{texts, width});
        return all;
    }
    std::vector<std::vector<float>> values() const {
        Random random(5);
        std::vector<std::vector<float>> all;
        for (const Shape& shape : shapes()) {
            for (auto& values = all.emplace_back(); static_cast<std::int64_t>(values.size()) < shape.count();) {
                values.push_back(static_cast<float>(0.5 * random.normal()));
            }
        }
        return all;
    }
};

struct Pass {
    std::vector<float> hidden, endHidden, endCell;
    std::vector<std::vector<float>> gradients;
};

std::vector<float> copied(std::span<const float> values) {
    return {values.begin(), values.end()};
}

Pass run(const Case& one, const std::vector<std::vector<float>>& values, Purpose purpose, int threads = 1) {
    Parallel parallel(threads);
    Tape<float> tape(purpose, parallel);
    std::vector<Var> leaves;
    for (std::size_t i = 0; i < values.size(); ++i) leaves.push_back(tape.leaf(one.shapes()[i], values[i]));
    RecurrentState begin;
    if (one.begins) begin.hidden = leaves[5];
    if (one.begins && hasCellState(one.cell)) begin.cell = leaves[6];
    const RecurrentStates states = recurrentLayer(tape, leaves[0], {leaves[1], leaves[2], leaves[3], leaves[4]}, begin,
                                                  {one.cell, one.reversed, one.lengths}, true);
    Pass pass;
    pass.hidden = copied(tape.value(states.hidden).span());
    pass.endHidden = copied(tape.value(states.end.hidden).span());
    if (states.end.cell) pass.endCell = copied(tape.value(states.end.cell).span());
    std::vector<float> seed;
    for (std::size_t i = 0; i < pass.hidden.size(); ++i) seed.push_back(0.3f * static_cast<float>(i % 7) - 0.8f);
    tape.backward(states.hidden, seed);
    for (const Var leaf : leaves) pass.gradients.push_back(copied(tape.gradient(leaf).span()));
    return pass;
}

Pass run(const Case& one, Purpose purpose, int threads = 1) {
    return run(one, one.values(), purpose, threads);
}

/// Sizes on both sides of a piece, a panel and a group of rows.
std::vector<Case> cases() {
    std::vector<Case> all;
    for (const RecurrentCell cell : {RecurrentCell::Rnn, RecurrentCell::Lstm, RecurrentCell::Gru}) {
        all.push_back({cell, 1, 1, 1, 1});
        all.push_back({cell, 1, 7, 5, 8});
        all.push_back({cell, 3, 4, 17, 19, {4, 1, 3}});
        all.push_back({cell, 3, 4, 17, 19, {4, 1, 3}, true, true});
        all.push_back({cell, 26, 5, 24, 33, {}, false, true});
    }
    return all;
}

TEST_CASE("A layer looked at has the hidden states of training to the bit, and its gradients to 1e-6") {
    for (const Case& one : cases()) {
        INFO(gatesOf(one.cell) << " gates, " << one.texts << " texts, " << one.width << " wide");
        const Pass trained = run(one, Purpose::Training), looked = run(one, Purpose::Looking);
        CHECK((trained.hidden == looked.hidden));
        CHECK((trained.endHidden == looked.endHidden));
        CHECK((trained.endCell == looked.endCell));
        for (std::size_t i = 0; i < trained.gradients.size(); ++i) {
            INFO("leaf " << i);
            float largest = 0, worst = 0;
            for (std::size_t k = 0; k < trained.gradients[i].size(); ++k) {
                largest = std::max(largest, std::abs(trained.gradients[i][k]));
                worst = std::max(worst, std::abs(trained.gradients[i][k] - looked.gradients[i][k]));
            }
            CHECK(worst <= 1e-6f * largest);
        }
    }
}

TEST_CASE("Words multiplied once for all their tokens give the same hidden states to the bit") {
    for (const Case& one : cases()) {
        Parallel parallel(2);
        Tape<float> tape(Purpose::Training, parallel);
        auto values = one.values();
        std::vector<Var> leaves;
        for (std::size_t i = 1; i < 5; ++i) leaves.push_back(tape.leaf(one.shapes()[i], values[i]));
        const RecurrentWeights weights{leaves[0], leaves[1], leaves[2], leaves[3]};
        const std::int64_t words = one.texts * one.length;
        const Var matrix = tape.leaf({words, one.in}, values[0]);
        std::vector<int> ids;
        std::vector<float> tokens;
        for (std::int64_t i = 0; i < words; ++i) {
            ids.push_back(static_cast<int>(i * i % words));
            const auto row = values[0].begin() + ids.back() * one.in;
            tokens.insert(tokens.end(), row, row + one.in);
        }
        const Var x = tape.leaf(one.shapes()[0], tokens);
        const RecurrentSettings settings{one.cell, one.reversed, one.lengths};
        const Var together =
            recurrentLayer(tape, EmbeddedTokens{matrix, ids, one.texts}, weights, {}, settings, false).hidden;
        const Var apart = recurrentLayer(tape, x, weights, {}, settings, false).hidden;
        CHECK((copied(tape.value(together).span()) == copied(tape.value(apart).span())));
    }
}

TEST_CASE("One recording of a recurrent layer has one backward pass") {
    const Case one{RecurrentCell::Lstm, 2, 3, 4, 5};
    Parallel parallel(1);
    Tape<float> tape(Purpose::Training, parallel);
    std::vector<Var> leaves;
    for (std::size_t i = 0; i < 5; ++i) leaves.push_back(tape.leaf(one.shapes()[i], one.values()[i]));
    const Var hidden =
        recurrentLayer(tape, leaves[0], {leaves[1], leaves[2], leaves[3], leaves[4]}, {}, {one.cell}, false).hidden;
    const std::vector<float> seed(30, 1.0f);
    tape.backward(hidden, seed);
    CHECK_THROWS_AS(tape.backward(hidden, seed), LogicError);
}

TEST_CASE("The number of threads changes no bit of a recurrent layer") {
    for (const Case& one : cases()) {
        const Pass alone = run(one, Purpose::Training);
        for (const int threads : {2, 3}) {
            const Pass shared = run(one, Purpose::Training, threads);
            CHECK((shared.hidden == alone.hidden));
            CHECK((shared.gradients == alone.gradients));
        }
    }
}

TEST_CASE("A text has the same states in any company, and beyond its length they stay") {
    for (const RecurrentCell cell : {RecurrentCell::Rnn, RecurrentCell::Lstm, RecurrentCell::Gru}) {
        for (const bool reversed : {false, true}) {
            constexpr std::int64_t kIn = 6, kWidth = 9, kLength = 5, kReal = 3;
            const Case padded{cell, 9, kLength, kIn, kWidth, {5, 1, 3, 2, 5, 4, 3, 1, 2}, reversed};
            const Pass all = run(padded, Purpose::Training);
            // Text 2 alone, without its padding.
            const Case alone{cell, 1, kReal, kIn, kWidth, {}, reversed};
            auto values = padded.values();
            values[0] = {values[0].begin() + 2 * kLength * kIn, values[0].begin() + (2 * kLength + kReal) * kIn};
            const Pass one = run(alone, values, Purpose::Training);
            const auto states = std::span(all.hidden).subspan(2 * kLength * kWidth, kLength * kWidth);
            CHECK(std::ranges::equal(states.first(kReal * kWidth), one.hidden));
            CHECK(std::ranges::equal(std::span(all.endHidden).subspan(2 * kWidth, kWidth), one.endHidden));
            if (hasCellState(cell)) {
                CHECK(std::ranges::equal(std::span(all.endCell).subspan(2 * kWidth, kWidth), one.endCell));
            }
            for (std::int64_t t = kReal; t < kLength && !reversed; ++t) {
                CHECK(std::ranges::equal(states.subspan(static_cast<std::size_t>(t * kWidth), kWidth), one.endHidden));
            }
        }
    }
}

TEST_CASE("A recurrent layer refuses what does not fit") {
    Parallel parallel(1);
    for (const Purpose purpose : {Purpose::Training, Purpose::Looking}) {
        Tape<float> tape(purpose, parallel);
        const auto zeros = [&](const Shape& shape) {
            return tape.leaf(shape, std::vector<float>(static_cast<std::size_t>(shape.count())));
        };
        const Var x = zeros({2, 3, 4});
        const RecurrentWeights weights{zeros({4, 8}), zeros({8}), zeros({2, 8}), zeros({8})};
        const RecurrentWeights narrow{zeros({3, 8}), zeros({8}), zeros({2, 8}), zeros({8})};
        const std::array<std::int64_t, 2> longer{3, 4}, none{0, 1};
        const std::array<std::int64_t, 1> few{3};
        const Var state = zeros({2, 2});
        CHECK_THROWS_AS(recurrentLayer(tape, x, narrow, {}, {RecurrentCell::Lstm, false, {}}, false), LogicError);
        CHECK_THROWS_AS(recurrentLayer(tape, x, weights, {}, {RecurrentCell::Gru, false, {}}, false), LogicError);
        CHECK_THROWS_AS(recurrentLayer(tape, x, weights, {}, {RecurrentCell::Lstm, false, longer}, false), LogicError);
        CHECK_THROWS_AS(recurrentLayer(tape, x, weights, {}, {RecurrentCell::Lstm, false, none}, false), LogicError);
        CHECK_THROWS_AS(recurrentLayer(tape, x, weights, {}, {RecurrentCell::Lstm, false, few}, false), LogicError);
        CHECK_THROWS_AS(recurrentLayer(tape, x, weights, {state, {}}, {RecurrentCell::Lstm, false, {}}, false),
                        LogicError);
        CHECK_NOTHROW(recurrentLayer(tape, x, weights, {state, state}, {RecurrentCell::Lstm, false, {}}, false));
    }
}

}  // namespace
}  // namespace attentarium
