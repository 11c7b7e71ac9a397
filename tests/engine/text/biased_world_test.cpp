#include "engine/text/biased_world.h"

#include <cmath>
#include <map>

#include "engine/core/error.h"
#include "engine/text/word_tokenizer.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

constexpr Language kBoth[] = {Language::English, Language::Chinese};

TEST_CASE("The biased world: what may follow sums to one, and every sentence has the probability it was drawn with") {
    for (const Language language : kBoth) {
        const BiasedWorld world(language);
        Random random(3);
        for (int i = 0; i < 200; ++i) {
            const std::vector<std::string> tokens = world.tell(random);
            const auto score = world.score(tokens);
            REQUIRE(score);
            double product = 1;
            for (const double one : *score) product *= std::exp(one);
            CHECK(product > 0);
            for (std::size_t n = 0; n < tokens.size(); ++n) {
                double sum = 0;
                for (const auto& [word, probability] : world.nextWords(std::span(tokens).first(n))) sum += probability;
                CHECK(sum == Approx(1).margin(1e-12));
            }
        }
        CHECK_FALSE(world.score(std::vector<std::string>{"purple"}));
    }
}

TEST_CASE("The biased world: an occupation is a she exactly as often as its share says") {
    for (const Language language : kBoth) {
        const BiasedWorld world(language, 0.6);
        REQUIRE(world.occupations().size() == 12);
        CHECK(world.occupations().front().shareOfShe == Approx(0.8));
        CHECK(world.occupations().back().shareOfShe == Approx(0.2));
        const auto& [her, his] = world.pairs()[1];
        for (const Occupation& occupation : world.occupations()) {
            std::vector<std::string> begun{occupation.word};
            if (language == Language::English) begun.insert(begun.begin(), "the");
            begun.emplace_back(language == Language::English ? "takes" : "拿着");
            std::map<std::string, double> next;
            for (const auto& [word, probability] : world.nextWords(begun)) next[word] = probability;
            CHECK(next.size() == 2);
            CHECK(next[her] == Approx(occupation.shareOfShe));
            CHECK(next[his] == Approx(1 - occupation.shareOfShe));
        }
    }
}

TEST_CASE("The biased world: drawn often, the shares come out") {
    const BiasedWorld world(Language::English);
    Random random(5);
    std::map<std::string, std::pair<double, double>> counts;
    for (int i = 0; i < 40000; ++i) {
        const auto tokens = world.tell(random);
        for (const std::string& token : tokens) {
            if (token == "she") counts[tokens[1]].first += 1;
            if (token == "he") counts[tokens[1]].second += 1;
        }
    }
    for (const Occupation& occupation : world.occupations()) {
        const auto [she, he] = counts[occupation.word];
        CHECK(she / (she + he) == Approx(occupation.shareOfShe).margin(0.04));
    }
    for (const auto& [woman, man] : world.pairs()) {
        CHECK(counts[woman].second == 0);
        CHECK(counts[man].first == 0);
    }
}

TEST_CASE("The biased world: its text is cut back into its tokens, and the same seed tells the same") {
    for (const Language language : kBoth) {
        const BiasedWorld world(language);
        const WordTokenizer tokenizer(language, world.lexicon());
        const std::string text = biasedWorldCorpus(language, kUsualBias, 7, 300);
        CHECK(text == biasedWorldCorpus(language, kUsualBias, 7, 300));
        CHECK(text != biasedWorldCorpus(language, 0.1, 7, 300));
        std::vector<std::string> cut, told;
        for (const Token& token : tokenizer.split(text)) cut.push_back(token.text);
        Random random(7);
        for (int i = 0; i < 300; ++i) {
            for (const std::string& token : world.tell(random)) told.push_back(token);
        }
        CHECK(cut == told);
    }
}

TEST_CASE("The biased world's name holds its bias") {
    CHECK(biasOf("biased-world") == kUsualBias);
    CHECK(biasOf("biased-world:0.5") == 0.5);
    CHECK(biasOf(biasedWorldNamed(0.25)) == 0.25);
    CHECK(biasedWorldNamed(kUsualBias) == "biased-world");
    for (const char* other : {"small-world", "biased-world:", "biased-world:2", "biased-world:x", "biased-worlds"}) {
        CHECK_FALSE(biasOf(other));
    }
    CHECK_THROWS_AS(biasedWorldNamed(1.5), Error);
    CHECK_THROWS_AS(biasedWorldNamed(std::nan("")), Error);
}

}  // namespace
}  // namespace attentarium
