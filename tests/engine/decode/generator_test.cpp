#include "engine/decode/generator.h"

#include "engine/core/error.h"
#include "engine/models/registry.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

std::unique_ptr<Model<float>> smallModel() {
    auto model = makeModel<float>({.layers = 1, .heads = 2, .width = 8, .context = 5, .vocabulary = 11});
    Random random(3);
    // Larger than a fresh model's, so that its choices differ from place to place.
    for (std::size_t i = 0; i < model->parameters().size(); ++i) fillNormal(model->parameters()[i], random, 0.7);
    return model;
}

std::vector<int> generated(const Model<float>& model, std::vector<int> prompt, const SamplingSettings& settings,
                           std::uint64_t seed) {
    Generator generator(model, std::move(prompt), settings, seed);
    for (int i = 0; i < 30; ++i) {
        const int token = generator.next();
        CHECK(token == generator.tokens().back());
    }
    return generator.tokens();
}

TEST_CASE("The same seed continues a text in the same way, another seed in another") {
    const auto model = smallModel();
    const std::vector<int> text = generated(*model, {1, 2}, {}, 5);
    CHECK(text.size() == 32);
    CHECK(text[0] == 1);
    CHECK(text[1] == 2);
    CHECK(text == generated(*model, {1, 2}, {}, 5));
    CHECK(text != generated(*model, {1, 2}, {}, 6));
}

TEST_CASE("At temperature 0 the likeliest token is taken, whatever the seed") {
    const auto model = smallModel();
    const std::vector<int> text = generated(*model, {4}, {.temperature = 0}, 1);
    CHECK(text == generated(*model, {4}, {.temperature = 0}, 2));
    CHECK(text == generated(*model, {4}, {.topK = 1}, 3));
    Parallel parallel(1);
    Tape<float> tape(Purpose::Looking, parallel);
    const std::vector<int> prompt{4};
    const auto logits = tape.value(model->run(tape, batchOf(prompt, 1)).logits).span();
    CHECK(text[1] == static_cast<int>(std::ranges::max_element(logits) - logits.begin()));
}

TEST_CASE("Once the context is full only its last tokens count") {
    const auto model = smallModel();
    const std::vector<int> shorter{5, 6, 7, 8, 9};
    const std::vector<int> longer{1, 2, 3, 5, 6, 7, 8, 9};
    const std::vector<int> a = generated(*model, shorter, {}, 1);
    const std::vector<int> b = generated(*model, longer, {}, 1);
    CHECK(std::vector(a.begin() + 5, a.end()) == std::vector(b.begin() + 8, b.end()));
}

TEST_CASE("Nothing can be continued from nothing, nor with impossible settings") {
    const auto model = smallModel();
    CHECK_THROWS_AS(Generator(*model, {}, {}, 1), Error);
    CHECK_THROWS_AS(Generator(*model, {1}, {.temperature = -1}, 1), Error);
    Generator unknown(*model, {11}, {}, 1);
    CHECK_THROWS_AS(unknown.next(), LogicError);
}

}  // namespace
}  // namespace attentarium
