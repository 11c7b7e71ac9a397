#include "engine/ops/attention.h"

#include <algorithm>
#include <cmath>

#include "engine/core/error.h"
#include "engine/core/random.h"
#include "engine/ops/alibi.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

struct Case {
    std::int64_t texts, queries, keys, headWidth;
    AttentionSettings settings;
};

struct Run {
    std::vector<float> output, query, key, value;  ///< the output and the gradients of the inputs
    bool operator==(const Run&) const = default;
};

std::vector<float> numbers(std::int64_t count, std::uint64_t seed) {
    Random random(seed);
    std::vector<float> all(static_cast<std::size_t>(count));
    for (float& number : all) number = static_cast<float>(random.normal());
    return all;
}

std::vector<float> copied(TensorView<const float> view) {
    return {view.span().begin(), view.span().end()};
}

Run run(const Case& one, Purpose purpose, int threads, std::span<const float> keys = {}) {
    Parallel parallel(threads);
    Tape<float> tape(purpose, parallel);
    const AttentionSettings& s = one.settings;
    const std::int64_t keyHeads = s.keyValueHeads ? s.keyValueHeads : s.heads;
    const Shape q{one.texts, one.queries, s.heads * one.headWidth}, k{one.texts, one.keys, keyHeads * one.headWidth};
    const std::vector<float> someKeys = numbers(k.count(), 2);
    const Var query = tape.leaf(q, numbers(q.count(), 1));
    const Var key = tape.leaf(k, keys.empty() ? std::span<const float>(someKeys) : keys);
    const Var value = tape.leaf(k, numbers(k.count(), 3));
    const Var y = attention(tape, query, key, value, s);
    tape.backward(y, numbers(q.count(), 4));
    return {copied(tape.value(y)), copied(tape.gradient(query)), copied(tape.gradient(key)),
            copied(tape.gradient(value))};
}

const std::int64_t kLengths[] = {5, 0, 9};

std::vector<Case> cases() {
    return {{3, 7, 7, 4, {.heads = 2, .visibility = {.causal = true}}},
            {2, 40, 40, 8, {.heads = 4, .visibility = {.causal = true}, .alibi = true}},
            {2, 3, 11, 6, {.heads = 4, .keyValueHeads = 2}},
            {3, 4, 9, 5, {.heads = 3, .keyValueHeads = 1, .visibility = {.lengths = kLengths}}},
            {2, 1, 30, 8, {.heads = 2, .visibility = {.causal = true, .offset = 29}, .alibi = true}},
            {1, 12, 40, 16, {.heads = 2, .visibility = {.causal = true, .offset = 28}}},
            // Long enough for several blocks of queries.
            {1, 150, 150, 8, {.heads = 2, .visibility = {.causal = true}}},
            {2, 130, 141, 4, {.heads = 4, .keyValueHeads = 2, .visibility = {.causal = true, .offset = 11}}}};
}

TEST_CASE("Attention in one op gives the bits of attention step by step, values and gradients, on any threads") {
    for (const Case& one : cases()) {
        INFO(one.queries << " queries, " << one.keys << " keys, " << one.settings.heads << " heads");
        const Run training = run(one, Purpose::Training, 1);
        CHECK(training == run(one, Purpose::Training, 3));
        if (one.settings.visibility.lengths.empty()) CHECK(training == run(one, Purpose::Looking, 1));
    }
}

TEST_CASE("Attention is the weighted mean that its formula says") {
    for (const Case& one : cases()) {
        const AttentionSettings& s = one.settings;
        const std::int64_t keyHeads = s.keyValueHeads ? s.keyValueHeads : s.heads;
        const std::int64_t width = s.heads * one.headWidth, keyWidth = keyHeads * one.headWidth, d = one.headWidth;
        const std::vector<float> q = numbers(one.texts * one.queries * width, 1);
        const std::vector<float> k = numbers(one.texts * one.keys * keyWidth, 2);
        const std::vector<float> v = numbers(one.texts * one.keys * keyWidth, 3);
        const Run result = run(one, Purpose::Training, 1);
        for (std::int64_t index = 0; index < one.texts * one.queries * width; ++index) {
            const std::int64_t feature = index % width, i = index / width % one.queries,
                               b = index / width / one.queries;
            const std::int64_t head = feature / d, keyHead = head / (s.heads / keyHeads);
            double total = 0, weighted = 0;
            for (std::int64_t j = 0; j < one.keys; ++j) {
                if (s.visibility.causal && j > s.visibility.offset + i) continue;
                if (!s.visibility.lengths.empty() && j >= kLengths[b]) continue;
                const auto at = static_cast<std::size_t>((b * one.keys + j) * keyWidth + keyHead * d);
                double score = 0;
                for (std::size_t c = 0; c < static_cast<std::size_t>(d); ++c) {
                    score += static_cast<double>(q[static_cast<std::size_t>(index - feature + head * d) + c]) *
                             static_cast<double>(k[at + c]);
                }
                score /= std::sqrt(static_cast<double>(d));
                if (s.alibi) {
                    score -= alibiSlope(head, s.heads) * static_cast<double>(s.visibility.offset + i - j);
                }
                total += std::exp(score);
                weighted += std::exp(score) * static_cast<double>(v[at + static_cast<std::size_t>(feature % d)]);
            }
            const double expected = total > 0 ? weighted / total : 0;
            CHECK(static_cast<double>(result.output[static_cast<std::size_t>(index)]) == Approx(expected).margin(2e-5));
        }
    }
}

TEST_CASE("A text whose keys are all padding gets zeros, and so do the gradients of what is hidden") {
    const Case one{3, 4, 9, 5, {.heads = 2, .visibility = {.lengths = kLengths}}};
    for (const Purpose purpose : {Purpose::Training, Purpose::Looking}) {
        const Run result = run(one, purpose, 1);
        const auto isZero = [](float x) { return x == 0; };
        CHECK(std::all_of(result.output.begin() + 40, result.output.begin() + 80, isZero));
        CHECK(std::all_of(result.query.begin() + 40, result.query.begin() + 80, isZero));
        CHECK(std::all_of(result.key.begin() + 50, result.key.begin() + 180, isZero));
        CHECK(std::all_of(result.value.begin() + 50, result.value.begin() + 180, isZero));
        CHECK_FALSE(std::any_of(result.output.begin(), result.output.begin() + 40, isZero));
    }
}

TEST_CASE("What padding holds changes no bit") {
    const Case one{3, 4, 9, 5, {.heads = 2, .visibility = {.lengths = kLengths}}};
    std::vector<float> keys = numbers(3 * 9 * 10, 2);
    std::fill(keys.begin() + 50, keys.begin() + 180, 1e30f);
    CHECK(run(one, Purpose::Training, 1, keys) == run(one, Purpose::Training, 1));
}

TEST_CASE("ALiBi's slopes are those of the paper, and of its code where heads are no power of two") {
    CHECK(alibiSlope(0, 8) == 0.5);
    CHECK(alibiSlope(7, 8) == std::pow(2.0, -8));
    CHECK(alibiSlope(0, 16) == Approx(std::pow(2.0, -0.5)));
    CHECK(alibiSlope(5, 6) == Approx(std::pow(2.0, -3)));
    const double six[] = {0.25, 0.0625, 0.015625, 0.00390625, 0.5, 0.125};
    for (std::int64_t head = 0; head < 6; ++head) CHECK(alibiSlope(head, 6) == Approx(six[head]));
}

TEST_CASE("Attention refuses heads that do not fit, by name") {
    Parallel parallel(1);
    Tape<float> tape(Purpose::Training, parallel);
    const Var x = tape.leaf({1, 2, 6}, numbers(12, 1));
    CHECK_THROWS_AS(attention(tape, x, x, x, {.heads = 4}), LogicError);
    CHECK_THROWS_AS(attention(tape, x, x, x, {.heads = 3, .keyValueHeads = 2}), LogicError);
    CHECK_THROWS_AS(attention(tape, x, x, x, {.heads = 2, .keyValueHeads = 1}), LogicError);
    CHECK_THROWS_AS(attention(tape, x, x, x, {.heads = 2, .visibility = {.lengths = kLengths}}), LogicError);
}

}  // namespace
}  // namespace attentarium
