#include "engine/decode/beam_search.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/error.h"
#include "engine/decode/generator.h"
#include "tests/engine/decode/continuing_models.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

using test::ContinuingModel;
using test::randomContinuingModel;

/// Every continuation of at most `most` tokens that ends there or with `end`, best first.
void addAll(const ContinuingModel& model, const std::vector<int>& prompt, const BeamSettings& settings,
            const Continuation& begun, std::vector<Continuation>& all) {
    std::vector<int> text = prompt;
    text.insert(text.end(), begun.tokens.begin(), begun.tokens.end());
    const auto reader = makeReader(*model.model, model.source, Recall::Rereading);
    const std::span<const float> logits = reader->read(text);
    double sum = 0;
    for (const float logit : logits) sum += std::exp(static_cast<double>(logit));
    for (std::size_t token = 0; token < logits.size(); ++token) {
        Continuation longer = begun;
        longer.tokens.push_back(static_cast<int>(token));
        longer.logProbability += static_cast<double>(logits[token]) - std::log(sum);
        const auto length = static_cast<std::int64_t>(longer.tokens.size());
        longer.score = longer.logProbability / lengthPenalty(length, settings.lengthPenalty);
        longer.ended = settings.end == static_cast<int>(token);
        if (longer.ended || length == settings.mostTokens) {
            all.push_back(longer);
        } else {
            addAll(model, prompt, settings, longer, all);
        }
    }
}

TEST_CASE("One beam is greedy decoding, for random models of every family") {
    for (std::uint64_t seed = 0; seed < 48; ++seed) {
        Random random(seed);
        const ContinuingModel model = randomContinuingModel(random);
        INFO("seed " << seed << ", " << nameOf(model.model->config().family));
        const std::vector<int> prompt{1, 0};
        Generator greedy(makeReader(*model.model, model.source), prompt, {.temperature = 0}, 1);
        const int end = static_cast<int>(random.below(4));
        std::vector<int> expected;
        while (expected.size() < 12 && (expected.empty() || expected.back() != end)) expected.push_back(greedy.next());
        const auto reader = makeReader(*model.model, model.source);
        const auto found = beamSearch(*reader, prompt, {.beams = 1, .mostTokens = 12, .end = end});
        REQUIRE(found.size() == 1);
        CHECK(found[0].tokens == expected);
        CHECK(found[0].ended == (expected.back() == end));
    }
}

TEST_CASE("With room for every continuation the search is exhaustive") {
    for (std::uint64_t seed = 0; seed < 24; ++seed) {
        Random random(seed);
        const ContinuingModel model = randomContinuingModel(random, 3);
        INFO("seed " << seed << ", " << nameOf(model.model->config().family));
        BeamSettings settings{
            .beams = 81, .lengthPenalty = 0.5 * static_cast<double>(random.below(4)), .mostTokens = 4};
        if (random.below(4) > 0) settings.end = static_cast<int>(random.below(3));
        const std::vector<int> prompt{2};
        std::vector<Continuation> all;
        addAll(model, prompt, settings, {}, all);
        std::ranges::stable_sort(all, std::ranges::greater(), &Continuation::score);
        const auto reader = makeReader(*model.model, model.source);
        const auto found = beamSearch(*reader, prompt, settings);
        REQUIRE(found.size() == all.size());
        double total = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            CHECK(found[i].score == Approx(all[i].score).epsilon(1e-4));
            total += std::exp(found[i].logProbability);
        }
        CHECK(found[0].tokens == all[0].tokens);
        CHECK(total == Approx(1).epsilon(1e-5));
    }
}

TEST_CASE("What more beams find is as likely as they say, and never likelier than the best") {
    for (std::uint64_t seed = 0; seed < 24; ++seed) {
        Random random(seed);
        const ContinuingModel model = randomContinuingModel(random, 4);
        const std::vector<int> prompt{2, 3};
        const BeamSettings whole{.beams = 256, .lengthPenalty = 0, .mostTokens = 4, .end = 0};
        const auto reader = makeReader(*model.model, model.source);
        const auto best = beamSearch(*reader, prompt, whole);
        for (const std::int64_t beams : {1, 2, 3, 7}) {
            BeamSettings settings = whole;
            settings.beams = beams;
            const auto searched = makeReader(*model.model, model.source);
            const auto found = beamSearch(*searched, prompt, settings);
            CHECK(static_cast<std::int64_t>(found.size()) <= beams);
            CHECK(found[0].score <= best[0].score + 1e-5);
            CHECK(std::ranges::is_sorted(found, std::ranges::greater(), &Continuation::score));
            for (const Continuation& one : found) {
                const auto same = std::ranges::find(best, one.tokens, &Continuation::tokens);
                REQUIRE(same != best.end());
                CHECK(one.logProbability == Approx(same->logProbability).epsilon(1e-4));
                CHECK(one.ended == (one.tokens.back() == 0));
            }
        }
    }
}

TEST_CASE("The length penalty decides between short and long") {
    // After 0 the text ends with 2 at once in most cases; otherwise 1s follow nearly for certain.
    std::vector<int> text;
    for (int i = 0; i < 40; ++i) {
        text.insert(text.end(), {0, 2});
        if (i % 2 == 0) text.insert(text.end(), {0, 1, 1, 1, 1, 2});
    }
    const NgramModel model({.family = Family::Ngram, .vocabulary = 3, .order = 5}, text);
    const auto best = [&](double alpha) {
        const auto reader = makeReader(model);
        const std::vector<int> prompt{0};
        return beamSearch(*reader, prompt, {.beams = 8, .lengthPenalty = alpha, .mostTokens = 6, .end = 2})[0].tokens;
    };
    CHECK(best(0) == std::vector{2});
    CHECK(best(3) == std::vector{1, 1, 1, 1, 2});
    CHECK(lengthPenalty(1, 0.6) == 1);
    CHECK(lengthPenalty(7, 1) == Approx(2));
}

TEST_CASE("Impossible settings of a beam search are refused by name") {
    const auto refused = [](const BeamSettings& settings) -> std::string {
        try {
            validate(settings);
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::OptionOutOfRange);
            return error.values().name;
        }
        return "accepted";
    };
    CHECK(refused({.beams = 0}) == "beams");
    CHECK(refused({.beams = 1 << 20}) == "beams");
    for (const double bad : {-0.1, 1e9, std::numeric_limits<double>::quiet_NaN()}) {
        CHECK(refused({.lengthPenalty = bad}) == "length-penalty");
    }
    CHECK(refused({.mostTokens = 0}) == "tokens");
    CHECK(refused({}) == "accepted");
    const NgramModel model({.family = Family::Ngram, .vocabulary = 3}, std::vector{0, 1});
    const auto reader = makeReader(model);
    CHECK_THROWS_AS(beamSearch(*reader, {}, {}), Error);
}

}  // namespace
}  // namespace attentarium
