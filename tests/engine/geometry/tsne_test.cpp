#include "engine/geometry/tsne.h"

#include <cmath>

#include "engine/core/error.h"
#include "engine/core/random.h"
#include "tests/support/catch.h"

using namespace attentarium;

namespace {

constexpr auto never = [] { return false; };

/// Groups far apart from each other: point i is of group i mod 3.
Points groups(std::int64_t count) {
    Random random(5);
    Points points(count, 4);
    for (std::int64_t i = 0; i < count; ++i) {
        for (std::int64_t k = 0; k < 4; ++k) points.row(i)[k] = random.normal() + (i % 3 == k ? 20 : 0);
    }
    return points;
}

double distance(const Points& points, std::int64_t a, std::int64_t b) {
    return std::hypot(points.row(a)[0] - points.row(b)[0], points.row(a)[1] - points.row(b)[1]);
}

}  // namespace

TEST_CASE("Each point shares out its neighbourhood as the perplexity says") {
    const Points points = groups(30);
    const Points shares = neighbourShares(points, 5, never);
    double sum = 0;
    for (std::int64_t i = 0; i < 30; ++i) {
        CHECK(shares.row(i)[i] == 0);
        for (std::int64_t j = 0; j < 30; ++j) {
            CHECK(shares.row(i)[j] == shares.row(j)[i]);
            sum += shares.row(i)[j];
        }
    }
    CHECK(std::abs(sum - 1) < 1e-9);
}

TEST_CASE("A perplexity that cannot be is refused with what can") {
    const Points points = groups(10);
    for (const double perplexity : {0.0, 1.0, 9.0, 30.0, std::nan("")}) {
        CAPTURE(perplexity);
        try {
            neighbourShares(points, perplexity, never);
            FAIL("it was taken");
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::OptionOutOfRange);
            CHECK(error.values().limit == "between 1 and 9");
        }
    }
    CHECK_NOTHROW(neighbourShares(points, 8.5, never));
    CHECK_FALSE(perplexityRange(2).contains(1));
}

TEST_CASE("Groups stay together on the map, from either start, and the divergence falls") {
    const Points points = groups(60);
    for (const TsneStart start : {TsneStart::Principal, TsneStart::Random}) {
        TsneSettings settings;
        settings.perplexity = 10;
        settings.steps = 500;
        settings.start = start;
        Tsne tsne(points, neighbourShares(points, 10, never), settings);
        const double before = tsne.divergence();
        while (!tsne.isDone()) tsne.step();
        CHECK(tsne.divergence() < before / 2);
        const Points places = tsne.places();
        for (std::int64_t i = 0; i < 60; ++i) {
            std::int64_t near = i == 0 ? 1 : 0;
            for (std::int64_t j = 0; j < 60; ++j) {
                if (j != i && distance(places, i, j) < distance(places, i, near)) near = j;
            }
            CHECK(near % 3 == i % 3);
        }
    }
}

TEST_CASE("The same settings give the same map, another seed another one") {
    const Points points = groups(21);
    const Points shares = neighbourShares(points, 5, never);
    const auto mapped = [&](std::uint64_t seed) {
        TsneSettings settings;
        settings.start = TsneStart::Random;
        settings.seed = seed;
        Tsne tsne(points, shares, settings);
        for (int i = 0; i < 40; ++i) tsne.step();
        return tsne.places().values;
    };
    CHECK(mapped(1) == mapped(1));
    CHECK(mapped(1) != mapped(2));
}

TEST_CASE("A step goes down the divergence's own gradient") {
    const Points points = groups(12);
    const Points shares = neighbourShares(points, 4, never);
    TsneSettings settings;
    settings.start = TsneStart::Random;
    settings.exaggeratedSteps = 0;
    settings.rate = 1e-3;
    // After one step of plain descent the divergence has fallen by rate · gain · |gradient|², and the gain is 0.8.
    Tsne tsne(points, shares, settings);
    const double start = tsne.divergence();
    const Points places = tsne.places();
    tsne.step();
    const Points moved = tsne.places();
    double squares = 0;
    for (std::size_t i = 0; i < places.values.size(); ++i) {
        const double way = moved.values[i] - places.values[i];
        squares += way * way;
    }
    const double expected = squares / (1e-3 * 0.8);
    CHECK(std::abs((start - tsne.divergence()) - expected) < 0.02 * expected);
}

TEST_CASE("Points that are all one do not break the map") {
    Points same(8, 3);
    TsneSettings settings;
    settings.perplexity = 3;
    Tsne tsne(same, neighbourShares(same, 3, never), settings);
    for (int i = 0; i < 300; ++i) tsne.step();
    for (const double place : tsne.places().values) CHECK(std::isfinite(place));
}
