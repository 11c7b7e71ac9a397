#include "engine/models/ngram_counts.h"

#include <set>

#include "engine/core/error.h"
#include "tests/engine/models/ngram_texts.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

using test::occurrences;
using test::someText;

std::vector<NgramCounts::Level> levelsOf(const NgramCounts& counts) {
    std::vector<NgramCounts::Level> levels;
    for (int length = 1; length <= counts.order(); ++length) {
        levels.push_back(counts.level(length));
        levels.back().tokensBefore.clear();
    }
    return levels;
}

TEST_CASE("Every n-gram of a text is counted, and nothing else") {
    for (int order = 1; order <= 5; ++order) {
        const std::vector<int> text = someText(static_cast<std::uint64_t>(order), 150, 6);
        const NgramCounts counts(order, text);
        for (int length = 1; length <= order; ++length) {
            const NgramCounts::Level& level = counts.level(length);
            const std::vector<std::int64_t> keys = counts.keys(length);
            std::set<std::vector<int>> ngrams;
            for (std::size_t i = 0; i < level.size(); ++i) {
                const auto begin = keys.begin() + static_cast<std::ptrdiff_t>(i) * length;
                const std::vector<int> ngram(begin, begin + length);
                ngrams.insert(ngram);
                CHECK(level.seen[i] == occurrences(text, ngram));
                CHECK(counts.find(ngram) == static_cast<std::ptrdiff_t>(i));
                if (length == order) continue;
                std::set<int> before;
                for (std::size_t at = 1; at + ngram.size() <= text.size(); ++at) {
                    if (std::equal(ngram.begin(), ngram.end(), text.begin() + static_cast<std::ptrdiff_t>(at))) {
                        before.insert(text[at - 1]);
                    }
                }
                CHECK(level.tokensBefore[i] == static_cast<std::int64_t>(before.size()));
            }
            CHECK(ngrams.size() == level.size());
            std::int64_t all = 0;
            for (const std::int64_t seen : level.seen) all += seen;
            CHECK(all == 150 - length + 1);
        }
    }
}

TEST_CASE("What follows a history stands together, by rising token") {
    const std::vector<int> text{3, 1, 2, 3, 1, 4, 3, 1, 2};
    const NgramCounts counts(3, text);
    const std::vector<int> history{3, 1}, ending{1, 2}, never{4, 4};
    const auto [begin, end] = counts.continuations(history);
    REQUIRE(end - begin == 2);
    CHECK(counts.level(3).last[begin] == 2);
    CHECK(counts.level(3).seen[begin] == 2);
    CHECK(counts.level(3).last[begin + 1] == 4);
    CHECK(counts.continuations({}).end == 4);
    // The text ends with these two, and once they go on.
    CHECK(counts.continuations(ending).end - counts.continuations(ending).begin == 1);
    CHECK(counts.continuations(never).begin == counts.continuations(never).end);
    CHECK(counts.find(never) == NgramCounts::kNotSeen);
}

TEST_CASE("A text shorter than the order has only short n-grams") {
    const std::vector<int> text{7, 7};
    const NgramCounts counts(4, text);
    CHECK(counts.level(1).size() == 1);
    CHECK(counts.level(2).size() == 1);
    CHECK(counts.level(3).size() == 0);
    CHECK(counts.level(4).size() == 0);
    CHECK(NgramCounts(levelsOf(counts)).order() == 4);
}

TEST_CASE("Counts can be taken over, and those of no text are refused") {
    const NgramCounts counts(3, someText(1, 60, 5));
    const auto whole = levelsOf(counts);
    const NgramCounts again(whole);
    for (int length = 1; length <= 3; ++length) {
        CHECK(again.keys(length) == counts.keys(length));
        CHECK(again.level(length).seen == counts.level(length).seen);
        CHECK(again.level(length).tokensBefore == counts.level(length).tokensBefore);
    }
    const auto refused = [&](auto change) {
        auto levels = whole;
        change(levels);
        CHECK_FALSE(NgramCounts::consistent(levels));
        CHECK_THROWS_AS(NgramCounts(levels), LogicError);
    };
    refused([](auto& levels) { levels.clear(); });
    refused([](auto& levels) { levels[0].last[0] = -1; });
    refused([](auto& levels) { std::swap(levels[0].last[0], levels[0].last[1]); });
    refused([](auto& levels) { levels[1].last.back() = 1000; });
    refused([](auto& levels) { levels[2].seen[0] = 0; });
    refused([](auto& levels) { levels[2].seen[0] += 1; });
    refused([](auto& levels) { levels[0].seen[0] += 2; });
    refused([](auto& levels) { levels[0].seen.pop_back(); });
    refused([](auto& levels) { levels[0].firstChild.pop_back(); });
    refused([](auto& levels) { levels[0].firstChild[1] = 1 << 20; });
    refused([](auto& levels) { levels[0].firstChild[0] = 1; });
    refused([](auto& levels) { levels[2].firstChild.push_back(0); });
}

TEST_CASE("Counting needs tokens and an order from 1 to 5") {
    CHECK_THROWS_AS(NgramCounts(0, std::vector{1}), LogicError);
    CHECK_THROWS_AS(NgramCounts(6, std::vector{1}), LogicError);
    CHECK_THROWS_AS(NgramCounts(2, std::vector<int>{}), LogicError);
    CHECK_THROWS_AS(NgramCounts(2, std::vector{1, -1}), LogicError);
}

}  // namespace
}  // namespace attentarium
