#include "engine/decode/text_reader.h"

#include <algorithm>
#include <cmath>

#include "engine/core/error.h"
#include "tests/engine/decode/continuing_models.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

using test::ContinuingModel;
using test::randomContinuingModel;

std::vector<int> randomTokens(Random& random, std::size_t count) {
    std::vector<int> tokens(count);
    for (int& token : tokens) token = static_cast<int>(random.below(5));
    return tokens;
}

void checkSame(std::span<const float> a, std::span<const float> b) {
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) REQUIRE(a[i] == Approx(b[i]).epsilon(1e-3).margin(1e-4));
}

TEST_CASE("What is remembered gives the same as reading everything again, for random models of every family") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Random random(seed);
        const ContinuingModel model = randomContinuingModel(random);
        INFO("seed " << seed << ", " << nameOf(model.model->config().family));
        const auto remembering = makeReader(*model.model, model.source);
        const auto rereading = makeReader(*model.model, model.source, Recall::Rereading);
        std::size_t read = 0;
        while (true) {
            const std::vector<int> tokens = randomTokens(random, 1 + random.below(4));
            read += tokens.size();
            if (read > 16) break;
            checkSame(remembering->read(tokens), rereading->read(tokens));
        }
    }
}

TEST_CASE("Once the context is full, what is remembered still gives the same as reading again") {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        Random random(seed);
        const ContinuingModel model = randomContinuingModel(random);
        if (kRecurrent.contains(model.model->config().family)) continue;
        INFO("seed " << seed << ", " << nameOf(model.model->config().family));
        const auto remembering = makeReader(*model.model, model.source);
        const auto rereading = makeReader(*model.model, model.source, Recall::Rereading);
        const std::vector<int> prompt = randomTokens(random, 1 + random.below(24));
        checkSame(remembering->read(prompt), rereading->read(prompt));
        for (int i = 0; i < 24; ++i) {
            const std::vector<int> token = randomTokens(random, 1);
            checkSame(remembering->read(token), rereading->read(token));
        }
    }
}

TEST_CASE("A recurrent state has no end: what it read long ago still counts") {
    const ModelConfig config{.family = Family::Lstm, .layers = 1, .width = 6, .context = 4, .vocabulary = 5};
    const auto model = makeModel<float>(config);
    Random random(1);
    for (std::size_t i = 0; i < model->parameters().size(); ++i) fillNormal(model->parameters()[i], random, 0.5);
    ModelConfig wide = config;
    wide.context = 12;
    const auto same = makeModel<float>(wide);
    same->parameters().setValues(model->parameters().values());
    const auto remembering = makeReader(*model), whole = makeReader(*same, {}, Recall::Rereading);
    for (int i = 0; i < 12; ++i) {
        const std::vector<int> token = randomTokens(random, 1);
        checkSame(remembering->read(token), whole->read(token));
    }
}

TEST_CASE("Texts that grow from one go their own ways") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Random random(seed);
        const ContinuingModel model = randomContinuingModel(random);
        INFO("seed " << seed << ", " << nameOf(model.model->config().family));
        const auto together = makeReader(*model.model, model.source);
        std::vector<std::vector<int>> texts{randomTokens(random, 2)};
        together->read(texts[0]);
        for (int step = 0; step < 8; ++step) {
            // Some texts go on, some stop, some part.
            std::vector<int> rows, tokens;
            std::vector<std::vector<int>> next;
            const std::size_t count = 1 + random.below(3);
            for (std::size_t i = 0; i < count; ++i) {
                rows.push_back(static_cast<int>(random.below(texts.size())));
                tokens.push_back(static_cast<int>(random.below(5)));
                next.push_back(texts[static_cast<std::size_t>(rows.back())]);
                next.back().push_back(tokens.back());
            }
            texts = std::move(next);
            together->select(rows);
            const auto said = together->read(tokens);
            for (std::size_t i = 0; i < texts.size(); ++i) {
                const auto alone = makeReader(*model.model, model.source, Recall::Rereading);
                checkSame(said.subspan(i * 5, 5), alone->read(texts[i]));
            }
        }
    }
}

TEST_CASE("An n-gram model is read by the logarithms of its probabilities") {
    const std::vector<int> text{0, 1, 2, 0, 1, 1, 2, 0, 1, 2};
    const NgramModel model({.family = Family::Ngram, .vocabulary = 4, .order = 3}, text);
    const auto reader = makeReader(model);
    CHECK(reader->vocabulary() == 4);
    const std::vector<int> history{2, 0, 1};
    reader->read(std::span(history).first(1));
    const auto logits = reader->read(std::span(history).subspan(1));
    const std::vector<double> expected = model.distribution(history);
    for (std::size_t i = 0; i < 4; ++i) CHECK(std::exp(logits[i]) == Approx(expected[i]).epsilon(1e-5));
    const std::vector<int> unknown{4};
    CHECK_THROWS_AS(reader->read(unknown), LogicError);
}

TEST_CASE("Families that do not say what comes next are refused, and so is a source that is missing or too long") {
    const auto refused = [](Family family, std::span<const int> source) {
        ModelConfig config = defaultConfig(family);
        config.width = 8;
        config.context = 8;
        config.vocabulary = 5;
        const auto model = makeModel<float>(config);
        try {
            makeReader(*model, source);
        } catch (const Error& error) {
            return error.kind();
        }
        FAIL("accepted");
        return ErrorKind::FolderExists;
    };
    for (const Family family : {Family::Bert, Family::Cbow, Family::SkipGram}) {
        CHECK(refused(family, {}) == ErrorKind::CannotContinue);
    }
    const std::vector<int> nine(9, 1);
    for (const Family family : {Family::Seq2Seq, Family::Transformer}) {
        CHECK(refused(family, {}) == ErrorKind::TextEmpty);
        CHECK(refused(family, nine) == ErrorKind::TextTooLong);
    }
}

}  // namespace
}  // namespace attentarium
