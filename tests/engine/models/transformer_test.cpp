#include <algorithm>
#include <cmath>

#include "engine/ops/cross_entropy.h"
#include "engine/train/objective.h"
#include "engine/train/random_batch.h"
#include "engine/train/trainer.h"
#include "tests/engine/models/random_transformer.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

using test::described;
using test::filledModel;
using test::randomTransformer;

constexpr Family kFamilies[] = {Family::Gpt, Family::Bert, Family::Transformer};

template <typename Scalar>
std::vector<Scalar> copied(TensorView<const Scalar> view) {
    return {view.span().begin(), view.span().end()};
}

/// What a pass says, and the gradients of its loss.
template <typename Scalar>
struct Pass {
    std::vector<Scalar> logits, classLogits;
    std::vector<std::vector<Scalar>> gradients;
    bool operator==(const Pass&) const = default;
};

template <typename Scalar>
Pass<Scalar> pass(const Model<Scalar>& model, const TrainingBatch& batch, Purpose purpose = Purpose::Training,
                  int threads = 1, double dropoutRate = 0) {
    Parallel parallel(threads);
    Tape<Scalar> tape(purpose, parallel);
    tape.setDropout(dropoutRate, 5);
    const Outputs outputs = model.run(tape, batch.inputs);
    Pass<Scalar> result;
    result.logits = copied(tape.value(outputs.logits));
    if (outputs.classLogits) result.classLogits = copied(tape.value(outputs.classLogits));
    tape.clear();
    const Var loss = lossesOf(tape, model, batch, {}).loss;
    if (!loss) return result;
    tape.backward(loss);
    for (std::size_t i = 0; i < model.parameters().size(); ++i) {
        result.gradients.push_back(copied(tape.gradient(tape.parameterNode(i))));
    }
    return result;
}

RandomBatch::Sizes randomSizes(Random& random, bool padded) {
    const auto below = [&](std::uint64_t count) { return static_cast<std::int64_t>(random.below(count)); };
    return {1 + below(4), 1 + below(20), 1 + below(20), padded};
}

TEST_CASE("Logits of a causal family never depend on later tokens") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Random random(seed);
        const Family family = seed % 2 == 0 ? Family::Gpt : Family::Transformer;
        ModelConfig config = randomTransformer(family, random);
        INFO("seed " << seed << ", " << described(config));
        const auto model = filledModel<float>(config, random);
        RandomBatch batch(config, randomSizes(random, false), random);
        const std::vector<float> before = pass(*model, batch.view()).logits;
        const std::int64_t length = batch.view().inputs.tokens.length;
        const auto changed = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(length)));
        for (std::size_t i = 0; i < batch.ids.size(); ++i) {
            if (static_cast<std::int64_t>(i) % length < changed) continue;
            batch.ids[i] = static_cast<int>((batch.ids[i] + 1) % config.vocabulary);
        }
        const std::vector<float> after = pass(*model, batch.view()).logits;
        bool sawChange = false;
        for (std::size_t cell = 0; cell < before.size(); ++cell) {
            const auto token = static_cast<std::int64_t>(cell) / config.vocabulary % length;
            if (token < changed) {
                REQUIRE(before[cell] == after[cell]);
            } else {
                sawChange = sawChange || before[cell] != after[cell];
            }
        }
        CHECK(sawChange);
    }
}

TEST_CASE("An encoder's token sees those after it") {
    Random random(3);
    ModelConfig config = defaultConfig(Family::Bert);
    config.vocabulary = 9;
    const auto model = filledModel<float>(config, random);
    RandomBatch batch(config, {1, 6, 1, false}, random);
    const std::vector<float> before = pass(*model, batch.view()).logits;
    batch.ids[5] = (batch.ids[5] + 1) % 9;
    CHECK(before[0] != pass(*model, batch.view()).logits[0]);
}

TEST_CASE("What padding holds changes no bit: not the logits of a text, not its class, not a gradient") {
    for (std::uint64_t seed = 0; seed < 90; ++seed) {
        Random random(seed);
        ModelConfig config = randomTransformer(kFamilies[seed % 3], random);
        INFO("seed " << seed << ", " << described(config));
        const auto model = filledModel<float>(config, random);
        RandomBatch batch(config, randomSizes(random, true), random);
        const Pass<float> before = pass(*model, batch.view());
        const std::int64_t length = batch.view().inputs.tokens.length;
        const auto fill = [&](std::vector<int>& ids, std::span<const std::int64_t> lengths, std::int64_t kinds) {
            if (ids.empty()) return;
            const auto longest = static_cast<std::int64_t>(ids.size() / lengths.size());
            for (std::size_t i = 0; i < ids.size(); ++i) {
                const auto at = static_cast<std::int64_t>(i);
                if (at % longest < lengths[static_cast<std::size_t>(at / longest)]) continue;
                ids[i] = static_cast<int>(random.below(static_cast<std::uint64_t>(kinds)));
            }
        };
        fill(batch.ids, batch.lengths, config.vocabulary);
        fill(batch.segments, batch.lengths, 2);
        fill(batch.source, batch.sourceLengths, config.vocabulary);
        const Pass<float> after = pass(*model, batch.view());
        for (std::size_t cell = 0; cell < before.logits.size(); ++cell) {
            const std::int64_t row = static_cast<std::int64_t>(cell) / config.vocabulary;
            if (row % length < batch.lengths[static_cast<std::size_t>(row / length)]) {
                REQUIRE(before.logits[cell] == after.logits[cell]);
            }
        }
        CHECK(before.classLogits == after.classLogits);
        CHECK(before.gradients == after.gradients);
    }
}

TEST_CASE("A text says the same alone and filled up beside longer ones") {
    for (std::uint64_t seed = 0; seed < 90; ++seed) {
        Random random(seed);
        ModelConfig config = randomTransformer(kFamilies[seed % 3], random);
        INFO("seed " << seed << ", " << described(config));
        const auto model = filledModel<double>(config, random);
        const RandomBatch batch(config, randomSizes(random, true), random);
        const TrainingBatch together = batch.view();
        const Pass<double> all = pass(*model, together);
        const std::int64_t length = together.inputs.tokens.length, sourceLength = together.inputs.source.length;
        for (std::int64_t text = 0; text < together.inputs.texts(); ++text) {
            const auto part = [text](std::span<const int> ids, std::int64_t longest, std::int64_t own) {
                return ids.empty()
                           ? ids
                           : ids.subspan(static_cast<std::size_t>(text * longest), static_cast<std::size_t>(own));
            };
            const std::int64_t own = together.inputs.tokens.lengthOf(text);
            TrainingBatch alone;
            alone.inputs.tokens = {part(batch.ids, length, own), own, {}};
            alone.inputs.segments = part(batch.segments, length, own);
            if (sourceLength > 0) {
                const std::int64_t ownSource = together.inputs.source.lengthOf(text);
                alone.inputs.source = {part(batch.source, sourceLength, ownSource), ownSource, {}};
            }
            const Pass<double> single = pass(*model, alone);
            const auto first = static_cast<std::size_t>(text * length * config.vocabulary);
            for (std::size_t cell = 0; cell < single.logits.size(); ++cell) {
                REQUIRE(single.logits[cell] == Approx(all.logits[first + cell]).margin(1e-10));
            }
            for (std::size_t c = 0; c < single.classLogits.size(); ++c) {
                const auto at = static_cast<std::size_t>(text * config.classes) + c;
                REQUIRE(single.classLogits[c] == Approx(all.classLogits[at]).margin(1e-10));
            }
        }
    }
}

TEST_CASE("Every choice computes the same bits on any threads and, for whole texts, when looked at") {
    for (std::uint64_t seed = 0; seed < 45; ++seed) {
        Random random(seed);
        ModelConfig config = randomTransformer(kFamilies[seed % 3], random);
        INFO("seed " << seed << ", " << described(config));
        const auto model = filledModel<float>(config, random);
        const RandomBatch batch(config, randomSizes(random, false), random);
        const Pass<float> trained = pass(*model, batch.view());
        CHECK((trained == pass(*model, batch.view(), Purpose::Training, 3)));
        CHECK((trained == pass(*model, batch.view(), Purpose::Looking)));
    }
}

TEST_CASE("Dropout reaches every family, with the same bits on any threads") {
    for (const Family family : kFamilies) {
        Random random(4);
        ModelConfig config = defaultConfig(family);
        config.vocabulary = 9;
        const auto model = filledModel<float>(config, random);
        const RandomBatch batch(config, {2, 8, 9, true}, random);
        const Pass<float> dropped = pass(*model, batch.view(), Purpose::Training, 1, 0.2);
        CHECK((dropped == pass(*model, batch.view(), Purpose::Training, 3, 0.2)));
        CHECK(dropped.logits != pass(*model, batch.view()).logits);
    }
}

TEST_CASE("Gpt judges a text by its last token, bert by its first") {
    for (const Family family : {Family::Gpt, Family::Bert}) {
        Random random(8);
        ModelConfig config = defaultConfig(family);
        config.vocabulary = 9;
        config.classes = 3;
        const auto model = filledModel<double>(config, random);
        const RandomBatch batch(config, {3, 7, 1, true}, random);
        Parallel parallel(1);
        Tape<double> tape(Purpose::Looking, parallel);
        const Outputs outputs = model->run(tape, batch.view().inputs);
        CHECK(tape.shape(outputs.classLogits) == Shape{3, 3});
        // The gradient of a class goes back to the hidden features of one token.
        std::vector<double> seed(9, 0);
        seed[3] = 1;
        tape.backward(outputs.classLogits, seed);
        const auto gradient = tape.gradient(outputs.hidden);
        const std::int64_t judge = 7 + (family == Family::Gpt ? batch.lengths[1] - 1 : 0);
        for (std::int64_t row = 0; row < 21; ++row) {
            const bool reached =
                std::any_of(gradient.row(row), gradient.row(row) + config.width, [](double cell) { return cell != 0; });
            CHECK(reached == (row == judge));
        }
    }
}

TEST_CASE("The number of parameters of every choice is known before the model is made") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Random random(seed);
        const ModelConfig config = randomTransformer(kFamilies[seed % 3], random);
        INFO("seed " << seed << ", " << described(config));
        CHECK(parameterCount(config) == makeModel<float>(config)->parameters().count());
    }
}

TEST_CASE("Fresh weights of every family say nearly nothing of the next token, and learn") {
    for (const Family family : kFamilies) {
        INFO(nameOf(family));
        ModelConfig config = defaultConfig(family);
        config.width = 32;
        config.vocabulary = 9;
        const auto model = makeModel<float>(config);
        Random random(1);
        model->initialise(random);
        const RandomBatch batch(config, {2, 6, 5, true}, random);
        Parallel parallel(1);
        Tape<float> tape(Purpose::Training, parallel);
        const Var loss = lossesOf(tape, *model, batch.view(), {}).loss;
        CHECK(static_cast<double>(*tape.value(loss).data) < std::log(9.0) + 1.5);
        tape.backward(loss);
        for (std::size_t i = 0; i < model->parameters().size(); ++i) {
            INFO(model->parameters()[i].name);
            const auto gradient = tape.gradient(tape.parameterNode(i)).span();
            // A key's bias moves every score of a row alike.
            if (model->parameters()[i].name.ends_with("key.bias")) continue;
            CHECK(std::ranges::any_of(gradient, [](float cell) { return cell != 0; }));
        }
    }
}

TEST_CASE("A text beyond the context, and a text without its source, are our own mistakes") {
    for (const Family family : kFamilies) {
        Random random(4);
        ModelConfig config = defaultConfig(family);
        config.vocabulary = 9;
        config.context = 5;
        const auto model = filledModel<float>(config, random);
        Parallel parallel(1);
        Tape<float> tape(Purpose::Training, parallel);
        const RandomBatch longer(config, {1, 6, 5, false}, random), longSource(config, {1, 5, 6, false}, random);
        CHECK_THROWS_AS(model->run(tape, longer.view().inputs), LogicError);
        if (family != Family::Transformer) continue;
        CHECK_THROWS_AS(model->run(tape, longSource.view().inputs), LogicError);
        CHECK_THROWS_AS(model->run(tape, batchOf(longSource.ids, 5)), LogicError);
    }
}

}  // namespace
}  // namespace attentarium
