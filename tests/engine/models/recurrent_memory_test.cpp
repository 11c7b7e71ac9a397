#include <algorithm>
#include <cmath>

#include "engine/train/random_batch.h"
#include "tests/engine/models/random_recurrent.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

using test::describedRecurrent;
using test::filledModel;
using test::randomRecurrent;

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

template <typename Scalar>
void checkPieces(Purpose purpose, double allowed) {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Random random(seed);
        const ModelConfig config = randomRecurrent(random);
        INFO("seed " << seed << ", " << describedRecurrent(config));
        const auto model = filledModel<Scalar>(config, random);
        const auto below = [&](std::uint64_t count) { return static_cast<std::int64_t>(random.below(count)); };
        RandomBatch made(config, {1 + below(9), 1 + below(12), 1 + below(9), true}, random);
        made.lengths.clear();  // what is read on is whole; a source may be padded
        const Batch batch = made.view().inputs;
        Parallel parallel(1);
        Tape<Scalar> whole(purpose, parallel), tape(purpose, parallel);
        const auto atOnce = whole.value(model->run(whole, batch).logits);

        Memory<Scalar> memory = model->begin(tape, batch.source, batch.texts());
        double largest = 0, worst = 0;
        for (std::int64_t first = 0; first < batch.tokens.length;) {
            const std::int64_t more =
                1 + below(static_cast<std::uint64_t>(std::min<std::int64_t>(batch.tokens.length - first, 3)));
            tape.clear();
            const std::vector<int> ids = columns(batch.tokens, first, first + more);
            const auto logits = tape.value(model->advance(tape, memory, {ids, more, {}}));
            for (std::int64_t row = 0; row < logits.rows(); ++row) {
                const Scalar* expected = atOnce.row(row / more * batch.tokens.length + first + row % more);
                for (std::int64_t c = 0; c < config.vocabulary; ++c) {
                    largest = std::max(largest, std::abs(static_cast<double>(expected[c])));
                    worst = std::max(worst, std::abs(static_cast<double>(logits.row(row)[c] - expected[c])));
                }
            }
            first += more;
            REQUIRE(memory.tokensRead == first);
        }
        REQUIRE(worst <= allowed * largest);
    }
}

TEST_CASE("A recurrent model that reads on says what it says of everything at once") {
    checkPieces<double>(Purpose::Training, 1e-13);
    checkPieces<double>(Purpose::Looking, 1e-13);
    checkPieces<float>(Purpose::Training, 1e-5);
}

TEST_CASE("The memory of a recurrent model can be copied, chosen from and continued in several ways") {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        Random random(seed);
        ModelConfig config = randomRecurrent(random);
        config.vocabulary = 9;
        config.width = 16;
        INFO("seed " << seed << ", " << describedRecurrent(config));
        const auto model = filledModel<double>(config, random);
        RandomBatch made(config, {2, 6, 5, true}, random);
        made.lengths.clear();
        const Batch batch = made.view().inputs;
        Parallel parallel(1);
        Tape<double> tape(Purpose::Training, parallel);
        Memory<double> memory = model->begin(tape, batch.source, 2);
        tape.clear();
        model->advance(tape, memory, {columns(batch.tokens, 0, 5), 5, {}});
        const Memory<double> before = memory;

        Memory<double> chosen = memory.select(std::vector{1, 1, 0});
        const std::vector<int> next{3, batch.tokens.ids[11], batch.tokens.ids[5]};
        tape.clear();
        const auto branched = tape.value(model->advance(tape, chosen, {next, 1, {}}));
        const std::vector<double> after(branched.span().begin(), branched.span().end());
        tape.clear();
        const auto straight = tape.value(model->advance(tape, memory, {columns(batch.tokens, 5, 6), 1, {}}));
        for (std::int64_t c = 0; c < 9; ++c) {
            CHECK(after[static_cast<std::size_t>(9 + c)] == Approx(straight.row(1)[c]).margin(1e-12));
            CHECK(after[static_cast<std::size_t>(18 + c)] == Approx(straight.row(0)[c]).margin(1e-12));
        }
        // The copy still is where it was.
        CHECK(before.tokensRead == 5);
        Memory<double> again = before;
        tape.clear();
        const auto repeated = tape.value(model->advance(tape, again, {columns(batch.tokens, 5, 6), 1, {}}));
        CHECK(repeated.data[0] == Approx(after[18]).margin(1e-12));
    }
}

TEST_CASE("Gradients stop at the memory of a recurrent model, which may move on while the tape needs what it was") {
    for (const Family family : {Family::Rnn, Family::Lstm, Family::Gru}) {
        Random random(3);
        ModelConfig config = defaultConfig(family);
        config.vocabulary = 5;
        config.width = 6;
        const auto model = filledModel<double>(config, random);
        const RandomBatch made(config, {3, 8, 1, false}, random);
        const TokenRows tokens = made.view().inputs.tokens;
        Parallel parallel(1);
        Tape<double> tape(Purpose::Training, parallel), looked(Purpose::Looking, parallel);
        Memory<double> memory = model->begin(tape, {}, 3);
        model->advance(tape, memory, {columns(tokens, 0, 4), 4, {}});
        Memory<double> copy = memory;
        tape.clear();
        const std::vector<int> rest = columns(tokens, 4, 8);
        std::vector<double> seed(static_cast<std::size_t>(3 * 4 * 5));
        for (double& cell : seed) cell = random.normal();
        // The memory moves on while the tape still needs what it was.
        const Var logits = model->advance(tape, memory, {rest, 4, {}});
        tape.backward(logits, seed);
        looked.backward(model->advance(looked, copy, {rest, 4, {}}), seed);
        for (std::size_t i = 0; i < model->parameters().size(); ++i) {
            INFO(model->parameters()[i].name);
            const auto gradient = tape.gradient(tape.parameterNode(i)),
                       other = looked.gradient(looked.parameterNode(i));
            REQUIRE(gradient.count() == other.count());
            for (std::int64_t cell = 0; cell < gradient.count(); ++cell) {
                REQUIRE(gradient.data[cell] == Approx(other.data[cell]).margin(1e-12));
            }
        }
        for (std::size_t i = 0; i < memory.tensors.size(); ++i) {
            CHECK(std::ranges::equal(memory.tensors[i].values(), copy.tensors[i].values()));
        }
    }
}

TEST_CASE("A recurrent memory takes its own texts alone") {
    Random random(2);
    for (const Family family : {Family::Lstm, Family::Seq2Seq}) {
        ModelConfig config = defaultConfig(family);
        config.vocabulary = 9;
        config.width = 4;
        const auto model = filledModel<float>(config, random);
        Parallel parallel(1);
        Tape<float> tape(Purpose::Training, parallel);
        const std::vector<int> two{1, 2};
        const TokenRows source = family == Family::Seq2Seq ? TokenRows{two, 2, {}} : TokenRows{};
        Memory<float> memory = model->begin(tape, source, 1);
        CHECK_THROWS_AS(model->advance(tape, memory, {two, 1, {}}), LogicError);
        CHECK_NOTHROW(model->advance(tape, memory, {two, 2, {}}));
        CHECK(memory.tokensRead == 2);
        const Batch sourceless = batchOf(two, 2);
        if (family == Family::Seq2Seq) CHECK_THROWS_AS(model->run(tape, sourceless), LogicError);
    }
}

}  // namespace
}  // namespace attentarium
