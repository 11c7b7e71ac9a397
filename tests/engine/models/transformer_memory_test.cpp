#include <algorithm>
#include <cmath>

#include "engine/train/random_batch.h"
#include "tests/engine/models/random_transformer.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

using test::described;
using test::filledModel;
using test::randomTransformer;

template <typename Scalar>
std::vector<Scalar> logitsAtOnce(const Model<Scalar>& model, const Batch& batch) {
    Parallel parallel(1);
    Tape<Scalar> tape(Purpose::Training, parallel);
    const auto values = tape.value(model.run(tape, batch).logits).span();
    return {values.begin(), values.end()};
}

/// Tokens `first` to `last` of each text.
std::vector<int> columns(const TokenRows& tokens, std::int64_t first, std::int64_t last) {
    std::vector<int> ids;
    for (std::int64_t text = 0; text < tokens.texts(); ++text) {
        for (std::int64_t at = first; at < last; ++at) {
            ids.push_back(tokens.ids[static_cast<std::size_t>(text * tokens.length + at)]);
        }
    }
    return ids;
}

/// The logits of the same texts, read in pieces of random lengths.
template <typename Scalar>
std::vector<Scalar> logitsInPieces(const Model<Scalar>& model, const Batch& batch, Purpose purpose, Random& random) {
    Parallel parallel(1);
    Tape<Scalar> tape(purpose, parallel);
    const TokenRows& tokens = batch.tokens;
    const std::int64_t vocabulary = model.config().vocabulary;
    std::vector<Scalar> all(tokens.ids.size() * static_cast<std::size_t>(vocabulary));
    Memory<Scalar> memory = model.begin(tape, batch.source, batch.texts());
    for (std::int64_t first = 0; first < tokens.length;) {
        const auto left = static_cast<std::uint64_t>(tokens.length - first);
        const std::int64_t more = 1 + static_cast<std::int64_t>(random.below(std::min<std::uint64_t>(left, 3)));
        tape.clear();
        const std::vector<int> ids = columns(tokens, first, first + more);
        const auto logits = tape.value(model.advance(tape, memory, {ids, more, {}}));
        for (std::int64_t text = 0; text < tokens.texts(); ++text) {
            std::copy_n(logits.row(text * more), more * vocabulary,
                        all.begin() + (text * tokens.length + first) * vocabulary);
        }
        first += more;
        CHECK(memory.tokensRead == first);
    }
    return all;
}

template <typename Scalar>
void checkPieces(Purpose purpose, double allowed) {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Random random(seed);
        ModelConfig config = randomTransformer(seed % 2 == 0 ? Family::Gpt : Family::Transformer, random);
        // Every kind of positions, with each family.
        config.positions = test::kAllPositions.begin()[seed / 2 % 5];
        INFO("seed " << seed << ", " << described(config));
        const auto model = filledModel<Scalar>(config, random);
        const auto below = [&](std::uint64_t count) { return static_cast<std::int64_t>(random.below(count)); };
        RandomBatch made(config, {1 + below(3), 1 + below(40), 1 + below(12), true}, random);
        made.lengths.clear();  // what is read on is whole; a source may be padded
        const Batch batch = made.view().inputs;
        const std::vector<Scalar> atOnce = logitsAtOnce(*model, batch);
        const std::vector<Scalar> inPieces = logitsInPieces(*model, batch, purpose, random);
        REQUIRE(atOnce.size() == inPieces.size());
        double largest = 0, worst = 0;
        for (std::size_t cell = 0; cell < atOnce.size(); ++cell) {
            largest = std::max(largest, std::abs(static_cast<double>(atOnce[cell])));
            worst = std::max(worst, std::abs(static_cast<double>(inPieces[cell] - atOnce[cell])));
        }
        REQUIRE(worst <= allowed * largest);
    }
}

TEST_CASE("Reading on from a memory gives the logits of reading everything at once") {
    checkPieces<double>(Purpose::Training, 1e-13);
    checkPieces<double>(Purpose::Looking, 1e-13);
    checkPieces<float>(Purpose::Training, 1e-5);
}

TEST_CASE("A memory can be copied, chosen from and continued in several ways") {
    for (const Family family : {Family::Gpt, Family::Transformer}) {
        INFO(nameOf(family));
        Random random(9);
        ModelConfig config = defaultConfig(family);
        config.vocabulary = 9;
        const auto model = filledModel<double>(config, random);
        RandomBatch made(config, {2, 6, 5, true}, random);
        made.lengths.clear();
        const Batch batch = made.view().inputs;
        Parallel parallel(1);
        Tape<double> tape(Purpose::Training, parallel);
        Memory<double> memory = model->begin(tape, batch.source, 2);
        tape.clear();
        model->advance(tape, memory, {columns(batch.tokens, 0, 5), 5, {}});

        // The second text twice, then the first: as beams do.
        Memory<double> chosen = memory.select(std::vector{1, 1, 0});
        const std::vector<int> next{3, batch.tokens.ids[11], batch.tokens.ids[5]};
        tape.clear();
        const auto branched = tape.value(model->advance(tape, chosen, {next, 1, {}}));
        const std::vector<double> after(branched.span().begin(), branched.span().end());
        CHECK(memory.tokensRead == 5);
        CHECK(chosen.tokensRead == 6);

        const Memory<double> before = memory;
        tape.clear();
        const auto straight = tape.value(model->advance(tape, memory, {columns(batch.tokens, 5, 6), 1, {}}));
        for (std::int64_t c = 0; c < 9; ++c) {
            CHECK(after[static_cast<std::size_t>(9 + c)] == Approx(straight.row(1)[c]));
            CHECK(after[static_cast<std::size_t>(18 + c)] == Approx(straight.row(0)[c]));
            CHECK(after[static_cast<std::size_t>(c)] != Approx(straight.row(1)[c]));
        }
        CHECK(before.tokensRead == 5);
    }
}

TEST_CASE("Gradients through a memory's new tokens are those of the whole text") {
    Random random(2);
    for (const Family family : {Family::Gpt, Family::Transformer}) {
        for (const Positions positions : {Positions::Learned, Positions::Rotary}) {
            for (const std::int64_t texts : {1, 3}) {
                ModelConfig config = defaultConfig(family);
                config.vocabulary = 9;
                config.width = 8;
                config.heads = 2;
                config.layers = 1;
                config.positions = positions;
                const auto model = filledModel<double>(config, random);
                RandomBatch made(config, {texts, 7, 5, false}, random);
                const Batch batch = made.view().inputs;
                Parallel parallel(1);
                Tape<double> whole(Purpose::Training, parallel), remembered(Purpose::Training, parallel);
                const Var logits = model->run(whole, batch).logits;
                std::vector<double> seed(static_cast<std::size_t>(whole.shape(logits).count()));
                for (double& cell : seed) cell = random.normal();
                whole.backward(logits, seed);
                Tape<double> reading(Purpose::Training, parallel);
                Memory<double> memory = model->begin(reading, batch.source, texts);
                remembered.backward(model->advance(remembered, memory, batch.tokens), seed);
                for (std::size_t i = 0; i < model->parameters().size(); ++i) {
                    const std::string& name = model->parameters()[i].name;
                    // The source was read on another tape, so its gradients stay there.
                    const bool shared = name == "token_embedding.weight" && family == Family::Transformer;
                    if (name.starts_with("encoder.") || name.find("cross_attention.key") != std::string::npos ||
                        name.find("cross_attention.value") != std::string::npos || shared) {
                        continue;
                    }
                    INFO(name);
                    const auto expected = whole.gradient(whole.parameterNode(i));
                    const auto gradient = remembered.gradient(remembered.parameterNode(i));
                    REQUIRE(gradient.count() == expected.count());
                    for (std::int64_t cell = 0; cell < expected.count(); ++cell) {
                        REQUIRE(gradient.data[cell] == Approx(expected.data[cell]).margin(1e-10));
                    }
                }
            }
        }
    }
}

TEST_CASE("A memory takes no more than the context, and only its own texts") {
    Random random(2);
    ModelConfig config = defaultConfig(Family::Gpt);
    config.vocabulary = 9;
    config.context = 4;
    const auto model = filledModel<float>(config, random);
    Parallel parallel(1);
    Tape<float> tape(Purpose::Training, parallel);
    Memory<float> memory = model->begin(tape, {}, 1);
    const std::vector<int> three{1, 2, 3}, two{1, 2};
    model->advance(tape, memory, {three, 3, {}});
    CHECK_THROWS_AS(model->advance(tape, memory, {two, 2, {}}), LogicError);
    CHECK_THROWS_AS(model->advance(tape, memory, {two, 1, {}}), LogicError);
    CHECK(memory.tokensRead == 3);
}

}  // namespace
}  // namespace attentarium
