#include "engine/core/arena.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/core/tensor.h"
#include "engine/core/allocations.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

/// The addresses of a few hundred pieces, together much larger than the first block.
std::vector<const void*> fill(Arena& arena) {
    std::vector<const void*> places;
    for (std::size_t i = 0; i < 300; ++i) {
        places.push_back(arena.allocate<float>(i * i % 9000).data());
        places.push_back(arena.allocate<char>(i % 5).data());
    }
    return places;
}

TEST_CASE("Every piece of an arena starts on a 64-byte boundary and overlaps no other") {
    Arena arena;
    std::vector<std::span<std::uint8_t>> pieces;
    for (std::size_t i = 0; i < 400; ++i) {
        pieces.push_back(arena.allocate<std::uint8_t>(i * 37 % 5000 + 1));
        CHECK(reinterpret_cast<std::uintptr_t>(pieces.back().data()) % kAlignment == 0);
        for (std::uint8_t& byte : pieces.back()) byte = static_cast<std::uint8_t>(i);
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        REQUIRE(pieces[i].size() == i * 37 % 5000 + 1);
        for (const std::uint8_t byte : pieces[i]) REQUIRE(byte == static_cast<std::uint8_t>(i));
    }
}

TEST_CASE("After a reset the same requests get the same addresses and no new memory") {
    Arena arena;
    const std::vector<const void*> first = fill(arena);
    const std::size_t capacity = arena.capacity();
    for (int round = 0; round < 3; ++round) {
        arena.reset();
        CHECK(fill(arena) == first);
        CHECK(arena.capacity() == capacity);
    }
}

TEST_CASE("An arena that has grown once asks the system for nothing more") {
    if (!allocationsAreCounted()) return;
    Arena arena;
    for (int i = 0; i < 50; ++i) arena.allocate<double>(10000);
    const std::int64_t before = allocationCount();
    for (int round = 0; round < 10; ++round) {
        arena.reset();
        for (int i = 0; i < 50; ++i) arena.allocate<double>(10000);
    }
    const std::int64_t asked = allocationCount() - before;
    CHECK(asked == 0);
}

TEST_CASE("Rewinding gives back what was taken since the mark, and nothing before it") {
    Arena arena;
    const std::span<int> kept = arena.allocate<int>(3);
    kept[2] = 42;
    const Arena::Mark mark = arena.mark();
    const void* first = arena.allocate<int>(1000).data();
    arena.allocate<double>(1 << 20);
    arena.rewind(mark);
    CHECK(arena.allocate<int>(1000).data() == first);
    CHECK(kept[2] == 42);
}

TEST_CASE("A request larger than any block gets a block of its own") {
    Arena arena;
    arena.allocate<char>(10);
    const std::span<char> large = arena.allocate<char>(std::size_t{1} << 23);
    large.front() = 'a';
    large.back() = 'z';
    CHECK(arena.capacity() >= std::size_t{1} << 23);
    const std::span<char> next = arena.allocate<char>(1);
    next[0] = 'b';
    CHECK(large.front() == 'a');
    CHECK(large.back() == 'z');
}

TEST_CASE("An arena copies values and makes objects") {
    Arena arena;
    const std::vector<int> values{3, 1, 4};
    const std::span<int> copy = arena.copy<int>(values);
    CHECK(std::vector<int>(copy.begin(), copy.end()) == values);
    CHECK(arena.copy(std::span<const int>()).empty());

    struct Pair {
        int left;
        double right;
        Pair(int l, double r) : left(l), right(r) {}
    };
    const Pair* pair = arena.make<Pair>(2, 0.5);
    CHECK(pair->left == 2);
    CHECK(pair->right == 0.5);
}

TEST_CASE("A moved arena keeps its pieces") {
    Arena arena;
    const std::span<int> piece = arena.allocate<int>(1);
    piece[0] = 9;
    const Arena moved = std::move(arena);
    CHECK(piece[0] == 9);
    CHECK(moved.capacity() > 0);
}

}  // namespace
}  // namespace attentarium
