#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "engine/core/error.h"
#include "engine/ops/cross_entropy.h"
#include "engine/train/length_groups.h"
#include "engine/train/masked_source.h"
#include "engine/train/span_source.h"
#include "engine/train/stream_source.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

constexpr int kPlain = 20;

Vocabulary vocabulary() {
    std::vector<std::string> tokens;
    for (int i = 0; i < kPlain; ++i) tokens.push_back("word" + std::to_string(i));
    return withSpecialTokens(Vocabulary(tokens), WithGaps::Yes);
}

std::vector<int> counting(std::size_t count) {
    std::vector<int> tokens(count);
    for (std::size_t i = 0; i < count; ++i) tokens[i] = static_cast<int>(i % kPlain);
    return tokens;
}

template <typename Source>
void checkGoesOn(Source& source, Source& other) {
    for (int i = 0; i < 3; ++i) source.draw();
    REQUIRE(other.canRestore(source.state()));
    other.restore(source.state());
    CHECK(other.state() == source.state());
    for (int i = 0; i < 40; ++i) {
        if (i == 20) other.restore(source.state());
        const TrainingBatch one = source.draw(), same = other.draw();
        CHECK(std::ranges::equal(one.inputs.tokens.ids, same.inputs.tokens.ids));
        CHECK(std::ranges::equal(one.inputs.source.ids, same.inputs.source.ids));
        CHECK(std::ranges::equal(one.targets, same.targets));
    }
}

TEST_CASE("Texts are cut where they begin, without the last, or are windows from anywhere") {
    const std::vector<int> tokens = counting(20);
    const TextCuts stories(tokens, std::vector<std::int64_t>{0, 4, 5, 15}, 8, 2);
    CHECK(stories.longest() == 8);
    REQUIRE(stories.count() == 2);
    CHECK(stories[0][0] == 0);
    CHECK(stories[0].size() == 4);
    CHECK(stories[1][0] == 5);
    CHECK(stories[1].size() == 8);
    const TextCuts windows(tokens, {}, 18);
    REQUIRE(windows.count() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(windows[i].size() == 18);
        CHECK(windows[i][0] == static_cast<int>(i));
    }
    CHECK_THROWS_AS(TextCuts(tokens, {}, 21), Error);
    CHECK_THROWS_AS(TextCuts(tokens, std::vector<std::int64_t>{3}, 5), Error);
}

TEST_CASE("Of the tokens to be guessed 80 in 100 are masked, 10 are other tokens and 10 stay") {
    const std::vector<int> tokens = counting(2000);
    const Vocabulary words = vocabulary();
    const int mask = *words.find("<mask>");
    MaskedSource source(TextCuts(tokens, {}, 40), words, {}, 50, 1);
    std::map<std::string, double> seen;
    for (int i = 0; i < 100; ++i) {
        const TrainingBatch batch = source.draw();
        REQUIRE(batch.inputs.texts() == 50);
        for (std::size_t text = 0; text < 50; ++text) {
            const auto ids = batch.inputs.tokens.ids.subspan(text * 40, 40),
                       targets = batch.targets.subspan(text * 40, 40);
            int guessed = 0;
            // The row counts up, so what stood anywhere is known from any token that is not to be guessed.
            std::size_t known = 0;
            while (targets[known] != kNoTarget) ++known;
            for (std::size_t at = 0; at < 40; ++at) {
                const int truth = (ids[known] + static_cast<int>(at) - static_cast<int>(known) + 2 * kPlain) % kPlain;
                if (targets[at] == kNoTarget) {
                    REQUIRE(ids[at] == truth);
                    continue;
                }
                ++guessed;
                REQUIRE(targets[at] == truth);
                REQUIRE((ids[at] == mask || ids[at] < kPlain));
                seen[ids[at] == mask ? "mask" : ids[at] == truth ? "same" : "other"] += 1;
            }
            REQUIRE(guessed == 6);
        }
    }
    const double all = 100 * 50 * 6;
    CHECK(seen["mask"] / all == Approx(0.8).margin(0.012));
    // One in twenty of the tokens drawn at random is the true one.
    CHECK(seen["other"] / all == Approx(0.1 * 0.95).margin(0.009));
    CHECK(seen["same"] / all == Approx(0.1 + 0.1 * 0.05).margin(0.009));
}

TEST_CASE("With a share of nothing one token of each text is guessed, in every place alike") {
    const std::vector<int> tokens = counting(50);
    MaskedSource source(TextCuts(tokens, std::vector<std::int64_t>{0, 5, 13, 50}, 37), vocabulary(),
                        {.share = 0, .masked = 1, .replaced = 0}, 10, 1);
    std::vector<double> places(37);
    for (int i = 0; i < 2000; ++i) {
        const TrainingBatch batch = source.draw();
        for (std::int64_t text = 0; text < 10; ++text) {
            const auto length = static_cast<std::size_t>(batch.inputs.tokens.lengthOf(text));
            REQUIRE((length == 5 || length == 8 || length == 37));
            const auto row = static_cast<std::size_t>(batch.inputs.tokens.length);
            const auto targets = batch.targets.subspan(static_cast<std::size_t>(text) * row, row);
            REQUIRE(static_cast<std::size_t>(std::ranges::count(targets, kNoTarget)) == row - 1);
            const auto at = std::ranges::find_if(targets, [](int target) { return target != kNoTarget; });
            REQUIRE(static_cast<std::size_t>(at - targets.begin()) < length);
            if (length == 5) places[static_cast<std::size_t>(at - targets.begin())] += 1;
        }
    }
    const double fives = std::accumulate(places.begin(), places.end(), 0.0);
    for (std::size_t i = 0; i < 5; ++i) CHECK(places[i] / fives == Approx(0.2).margin(0.03));
}

TEST_CASE("Texts with gaps and what stood in them are the text again") {
    const std::vector<int> tokens = counting(4000);
    const Vocabulary words = vocabulary();
    const int gap = *words.find("<gap0>"), begin = *words.find("<begin>"), end = *words.find("<end>");
    for (const std::int64_t length : {2, 3, 10, 64, 100}) {
        const SpanSettings settings;
        SpanSource source(TextCuts(tokens, {}, length, 2), words, settings, 8, 1);
        double taken = 0, pieces = 0;
        std::set<std::vector<int>> shapes;
        for (int i = 0; i < 50; ++i) {
            const TrainingBatch batch = source.draw();
            for (std::int64_t row = 0; row < 8; ++row) {
                const auto at = [row](const TokenRows& rows) {
                    return rows.ids.subspan(static_cast<std::size_t>(row * rows.length),
                                            static_cast<std::size_t>(rows.lengthOf(row)));
                };
                const auto text = at(batch.inputs.source), answer = at(batch.inputs.tokens);
                const auto targets =
                    batch.targets.subspan(static_cast<std::size_t>(row * batch.inputs.tokens.length), answer.size());
                REQUIRE(answer[0] == begin);
                REQUIRE(targets.back() == end);
                for (std::size_t k = 1; k < answer.size(); ++k) REQUIRE(targets[k - 1] == answer[k]);
                std::vector<int> whole;
                int gaps = 0;
                for (const int id : text) {
                    if (id < kPlain) {
                        whole.push_back(id);
                        continue;
                    }
                    REQUIRE(id == gap + gaps);
                    auto from = std::ranges::find(answer, id) + 1;
                    for (; *from < kPlain; ++from, ++taken) whole.push_back(*from);
                    REQUIRE(*from == gap + gaps + 1);
                    ++gaps;
                }
                REQUIRE(answer.back() == gap + gaps);
                REQUIRE(static_cast<std::int64_t>(whole.size()) == length);
                for (std::size_t k = 1; k < whole.size(); ++k) REQUIRE(whole[k] == (whole[k - 1] + 1) % kPlain);
                pieces += gaps;
                shapes.emplace(text.begin(), text.end());
            }
        }
        const double wanted = std::max(1.0, std::round(0.15 * static_cast<double>(length)));
        CHECK(taken / 400 == Approx(wanted));
        CHECK(pieces / 400 == Approx(std::max(1.0, std::round(wanted / 3))));
        if (length > 3) CHECK(shapes.size() >= 20);
    }
}

TEST_CASE("Texts for gaps are as long as both sides allow") {
    for (const std::int64_t context : {4, 5, 20, 64}) {
        const SpanSettings half{.share = 0.5, .meanLength = 1};
        const std::int64_t length = SpanSource::longestText(context, half);
        CHECK(length >= 2);
        const std::vector<int> tokens = counting(200);
        SpanSource source(TextCuts(tokens, {}, length, 2), vocabulary(), half, 4, 1);
        const TrainingBatch batch = source.draw();
        CHECK(batch.inputs.tokens.length <= context);
        CHECK(batch.inputs.source.length <= context);
    }
    CHECK_THROWS_AS(SpanSource::longestText(3, {}), Error);
}

TEST_CASE("Streams read on from batch to batch, each in its own part, and begin again at its end") {
    const std::vector<int> tokens = counting(10);
    StreamSource source(tokens, 2, 2);
    CHECK(source.continues());
    const auto draw = [&] {
        const TrainingBatch batch = source.draw();
        for (std::size_t i = 0; i < 4; ++i) CHECK(batch.targets[i] == batch.inputs.tokens.ids[i] + 1);
        return std::vector<int>(batch.inputs.tokens.ids.begin(), batch.inputs.tokens.ids.end());
    };
    CHECK(draw() == std::vector{0, 1, 4, 5});
    CHECK(draw() == std::vector{2, 3, 6, 7});
    CHECK(draw() == std::vector{0, 1, 4, 5});
    CHECK(source.canRestore({{}, {4}}));
    CHECK_FALSE(source.canRestore({{}, {5}}));
    CHECK_FALSE(source.canRestore({{}, {-1}}));
    CHECK_FALSE(source.canRestore({{}, {}}));
    CHECK_THROWS_AS(StreamSource(tokens, 2, 5), Error);
    CHECK_THROWS_AS(StreamSource({}, 1, 1), Error);
}

TEST_CASE("A source goes on from a saved place as if it had never stopped") {
    const std::vector<int> tokens = counting(200);
    MaskedSource masked(TextCuts(tokens, {}, 10), vocabulary(), {}, 4, 1),
        other(TextCuts(tokens, {}, 10), vocabulary(), {}, 4, 1);
    checkGoesOn(masked, other);
    SpanSource gaps(TextCuts(tokens, {}, 10), vocabulary(), {}, 4, 1),
        otherGaps(TextCuts(tokens, {}, 10), vocabulary(), {}, 4, 2);
    checkGoesOn(gaps, otherGaps);
    StreamSource stream(tokens, 3, 5), otherStream(tokens, 3, 5);
    checkGoesOn(stream, otherStream);
}

TEST_CASE("Texts of like length come together, and each text as often as any other") {
    // Text i has i + 1 tokens.
    const auto lengthOf = [](std::size_t text) { return static_cast<std::int64_t>(text) + 1; };
    LengthGroups groups(50, 10, 1);
    std::vector<double> counts(50);
    std::vector<std::int64_t> longest;
    double filled = 0, held = 0;
    constexpr int kBatches = 4000;
    for (int i = 0; i < kBatches; ++i) {
        const auto [texts, seed] = groups.next(lengthOf);
        REQUIRE(texts.size() == 10);
        longest.push_back(lengthOf(texts.back()));
        for (const std::size_t text : texts) {
            REQUIRE(lengthOf(text) <= longest.back());
            ++counts[text];
            held += static_cast<double>(lengthOf(text));
        }
        filled += 10.0 * static_cast<double>(longest.back());
    }
    CHECK(held / filled > 0.93);
    for (const double count : counts) CHECK(count / (10.0 * kBatches) == Approx(0.02).margin(0.004));
    // Not the short ones first.
    CHECK_FALSE(std::ranges::is_sorted(std::span(longest).first(16)));
    CHECK(groups.canRestore(groups.state()));
    CHECK_FALSE(groups.canRestore({{}, {17}}));
    CHECK_FALSE(groups.canRestore({{}, {-1}}));
    CHECK_FALSE(groups.canRestore({{}, {}}));
}

TEST_CASE("Texts of one length come in any order") {
    LengthGroups groups(10000, 20, 1);
    double distance = 0;
    for (int i = 0; i < 16; ++i) {
        const auto texts = groups.next([](std::size_t) { return std::int64_t{5}; }).texts;
        for (std::size_t k = 1; k < texts.size(); ++k) {
            distance += std::abs(static_cast<double>(texts[k]) - static_cast<double>(texts[k - 1]));
        }
    }
    // Of two places anywhere the mean distance is a third of all.
    CHECK(distance / (16 * 19) == Approx(10000.0 / 3).epsilon(0.2));
}

TEST_CASE("Impossible shares are refused by name") {
    const auto nameOfRefused = [](auto settings) {
        try {
            validate(settings);
        } catch (const Error& error) {
            return error.values().name;
        }
        return std::string("accepted");
    };
    CHECK(nameOfRefused(MaskSettings{.share = 1}) == "mask-share");
    CHECK(nameOfRefused(MaskSettings{.share = -0.1}) == "mask-share");
    CHECK(nameOfRefused(MaskSettings{.masked = 1.1, .replaced = 0}) == "masked");
    CHECK(nameOfRefused(MaskSettings{.masked = 0.8, .replaced = 0.3}) == "replaced");
    CHECK(nameOfRefused(MaskSettings{}) == "accepted");
    CHECK(nameOfRefused(SpanSettings{.share = 0}) == "mask-share");
    CHECK(nameOfRefused(SpanSettings{.meanLength = 0.5}) == "span-length");
    CHECK(nameOfRefused(SpanSettings{}) == "accepted");
}

}  // namespace
}  // namespace attentarium
