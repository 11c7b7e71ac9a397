#include "engine/core/parallel.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>
#include <vector>

#include "engine/core/error.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

const std::vector<int> kThreads{1, 2, 3, 8};

TEST_CASE("Every piece is worked on exactly once") {
    for (const int threads : kThreads) {
        Parallel parallel(threads);
        CHECK(parallel.threads() == threads);
        for (const std::int64_t pieces : {0, 1, 2, 3, 7, 64, 1000}) {
            std::vector<int> times(static_cast<std::size_t>(pieces));
            parallel.forEach(pieces, [&](std::int64_t piece) { ++times[static_cast<std::size_t>(piece)]; });
            REQUIRE(std::ranges::count(times, 1) == pieces);
        }
    }
}

TEST_CASE("The result is the same, to the bit, on any number of threads") {
    std::vector<std::vector<float>> results;
    for (const int threads : kThreads) {
        Parallel parallel(threads);
        std::vector<float> sums(37);
        parallel.forEach(37, [&](std::int64_t piece) {
            float sum = 0.0F;
            for (int i = 1; i < 2000; ++i) sum += std::sin(static_cast<float>(piece * i)) / static_cast<float>(i);
            sums[static_cast<std::size_t>(piece)] = sum;
        });
        results.push_back(sums);
    }
    for (const std::vector<float>& result : results) CHECK(result == results.front());
}

TEST_CASE("Rounds follow each other back to back without losing a piece") {
    for (const int threads : kThreads) {
        Parallel parallel(threads);
        std::vector<std::int64_t> sums(5);
        const std::int64_t rounds = threads == 8 ? 1000 : 5000;
        for (std::int64_t round = 0; round < rounds; ++round) {
            parallel.forEach(5, [&](std::int64_t piece) { sums[static_cast<std::size_t>(piece)] += round; });
        }
        for (const std::int64_t sum : sums) CHECK(sum == rounds * (rounds - 1) / 2);
    }
}

TEST_CASE("Threads that fell asleep wake for the next round") {
    Parallel parallel(3);
    std::vector<int> times(9);
    for (int round = 0; round < 10; ++round) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        parallel.forEach(9, [&](std::int64_t piece) {
            if (piece == 4) std::this_thread::sleep_for(std::chrono::milliseconds(5));
            ++times[static_cast<std::size_t>(piece)];
        });
    }
    CHECK(std::ranges::count(times, 10) == 9);
}

TEST_CASE("Threads begin and end without having worked") {
    for (int round = 0; round < 200; ++round) {
        Parallel parallel(3);
        if (round % 2 == 0) parallel.forEach(3, [](std::int64_t) {});
    }
    CHECK_THROWS_AS(Parallel(0), LogicError);
}

TEST_CASE("Rows are shared out in pieces that cover each row once") {
    for (const int threads : kThreads) {
        Parallel parallel(threads);
        for (const std::int64_t rows : {0, 1, 4, 5, 63}) {
            std::vector<int> times(static_cast<std::size_t>(rows));
            forEachRows(parallel, rows, 4, [&](std::int64_t first, std::int64_t last) {
                for (std::int64_t row = first; row < last; ++row) ++times[static_cast<std::size_t>(row)];
            });
            REQUIRE(std::ranges::count(times, 1) == rows);
        }
    }
}

}  // namespace
}  // namespace attentarium
