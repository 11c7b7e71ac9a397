#include "engine/train/objective.h"
#include "engine/train/random_batch.h"
#include "tests/engine/models/random_transformer.h"
#include "tests/engine/trace/explained.h"

namespace attentarium {
namespace {

using test::described;
using test::filledModel;
using test::randomTransformer;

constexpr Family kFamilies[] = {Family::Gpt, Family::Bert, Family::Transformer};

std::shared_ptr<const Trace> lookedAt(const Model<float>& model, Random& random) {
    const RandomBatch batch(model.config(), {1, 5, 4, false}, random);
    Parallel parallel(1);
    Tape<float> tape(Purpose::Looking, parallel);
    tape.backward(lossesOf(tape, model, batch.view(), {}).loss);
    return Trace::freeze(std::move(tape), {.tokens = batch.ids});
}

TEST_CASE("Every number of every transformer, and every gradient, has a reason that comes to it") {
    for (std::uint64_t seed = 0; seed < 45; ++seed) {
        Random random(seed);
        const ModelConfig config = randomTransformer(kFamilies[seed % 3], random);
        INFO("seed " << seed << ", " << described(config));
        auto model = filledModel<float>(config, random);
        const auto trace = lookedAt(*model, random);
        // A trace lives on without its model, fixed positions and all.
        model.reset();
        test::checkValues(*trace, random, 600);
        test::checkContributions(*trace, random, 600);
    }
}

std::vector<std::string> namesOf(const Trace& trace) {
    std::vector<std::string> names;
    for (const Var node : trace.nodes()) {
        if (!trace.isParameter(node)) names.push_back(trace.name(node));
    }
    return names;
}

TEST_CASE("What a transformer computes has the field's names, part by part") {
    ModelConfig config = defaultConfig(Family::Transformer);
    config.layers = 1;
    config.vocabulary = 7;
    config.positions = Positions::Rotary;
    config.activation = Activation::SwiGlu;
    Random random(1);
    const auto trace = lookedAt(*filledModel<float>(config, random), random);
    const std::vector<std::string> expected{"encoder.token_embedding",
                                            "encoder.scaled_embedding",
                                            "encoder.blocks.0.attention.query",
                                            "encoder.blocks.0.attention.key",
                                            "encoder.blocks.0.attention.value",
                                            "encoder.blocks.0.attention.rotated_query",
                                            "encoder.blocks.0.attention.rotated_key",
                                            "encoder.blocks.0.attention.scores",
                                            "encoder.blocks.0.attention.scaled_scores",
                                            "encoder.blocks.0.attention.weights",
                                            "encoder.blocks.0.attention.weighted_values",
                                            "encoder.blocks.0.attention.concatenated",
                                            "encoder.blocks.0.attention.projected",
                                            "encoder.blocks.0.attention_residual",
                                            "encoder.blocks.0.attention_norm.normalised",
                                            "encoder.blocks.0.feed_forward.hidden",
                                            "encoder.blocks.0.feed_forward.gate",
                                            "encoder.blocks.0.feed_forward.activated",
                                            "encoder.blocks.0.feed_forward.gated",
                                            "encoder.blocks.0.feed_forward.output",
                                            "encoder.blocks.0.feed_forward_residual",
                                            "encoder.blocks.0.feed_forward_norm.normalised"};
    const std::vector<std::string> names = namesOf(*trace);
    REQUIRE(names.size() > expected.size());
    CHECK(std::vector<std::string>(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(expected.size())) ==
          expected);
    for (const char* name :
         {"decoder.blocks.0.attention.masked_scores", "decoder.blocks.0.cross_attention.query",
          "decoder.blocks.0.cross_attention.weights", "decoder.blocks.0.cross_attention_residual",
          "decoder.blocks.0.cross_attention_norm.normalised", "logits", "probabilities", "token_losses", "loss"}) {
        INFO(name);
        CHECK(trace->find(name).has_value());
    }
    // A source is seen whole.
    CHECK_FALSE(trace->find("decoder.blocks.0.cross_attention.masked_scores").has_value());
}

TEST_CASE("Reading on from a memory can be looked at: what was remembered is given, what is new has its reason") {
    ModelConfig config = defaultConfig(Family::Gpt);
    config.vocabulary = 7;
    config.width = 16;
    config.positions = Positions::Alibi;
    Random random(1);
    const auto model = filledModel<float>(config, random);
    Parallel parallel(1);
    Tape<float> tape(Purpose::Looking, parallel);
    Memory<float> memory = model->begin(tape, {}, 1);
    const std::vector<int> first{1, 2, 3}, next{4};
    model->advance(tape, memory, {first, 3, {}});
    tape.clear();
    const Var logits = model->advance(tape, memory, {next, 1, {}});
    const std::vector<float> seed(7, 1.0f);
    tape.backward(logits, seed);
    const auto trace = Trace::freeze(std::move(tape), {.tokens = next});
    memory = {};
    test::checkValues(*trace, random, 2000);
    test::checkContributions(*trace, random, 1);
    const Var keys = trace->find("blocks.0.attention.remembered_key").value();
    CHECK(trace->shape(keys) == Shape{4, 16});
    CHECK(trace->explainValue(keys, 2 * 16).rule == Rule::Given);
    CHECK(trace->explainValue(keys, 3 * 16).rule == Rule::PassThrough);
    CHECK(trace->shape(trace->find("blocks.0.attention.weights").value()) == Shape{4, 1, 4});
}

}  // namespace
}  // namespace attentarium
