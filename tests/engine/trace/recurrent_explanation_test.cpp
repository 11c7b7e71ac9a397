#include <set>

#include "engine/train/objective.h"
#include "engine/train/random_batch.h"
#include "tests/engine/models/random_recurrent.h"
#include "tests/engine/trace/explained.h"

namespace attentarium {
namespace {

using test::describedRecurrent;
using test::filledModel;
using test::randomRecurrent;

std::shared_ptr<const Trace> lookedAt(const Model<float>& model, std::int64_t length, Random& random) {
    const RandomBatch batch(model.config(), {1, length, 4, false}, random);
    Parallel parallel(1);
    Tape<float> tape(Purpose::Looking, parallel);
    tape.backward(lossesOf(tape, model, batch.view(), {}).loss);
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(tape.size()); ++i) {
        INFO("node " << i << " before " << tape.nameOf({i + 1 < static_cast<std::int32_t>(tape.size()) ? i + 1 : i}));
        REQUIRE(tape.node({i}).named);
    }
    return Trace::freeze(std::move(tape), {.tokens = batch.ids});
}

TEST_CASE("Every number of every recurrent model has a name, and every gradient a reason that comes to it") {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        Random random(seed);
        const ModelConfig config = randomRecurrent(random);
        INFO("seed " << seed << ", " << describedRecurrent(config));
        auto model = filledModel<float>(config, random);
        const auto trace = lookedAt(*model, 5, random);
        model.reset();
        test::checkValues(*trace, random, 400);
        test::checkContributions(*trace, random, 400);
        std::set<std::string> names;
        for (const Var node : trace->nodes()) {
            INFO(trace->name(node));
            CHECK(names.insert(std::string(trace->name(node))).second);
        }
    }
}

void checkNames(const ModelConfig& config, std::initializer_list<const char*> names) {
    Random random(1);
    const auto trace = lookedAt(*filledModel<float>(config, random), 3, random);
    for (const char* name : names) {
        INFO(name);
        CHECK(trace->find(name).has_value());
    }
}

TEST_CASE("What a recurrent model computes has the field's names, with time in the path") {
    ModelConfig config = defaultConfig(Family::Lstm);
    config.vocabulary = 7;
    checkNames(config, {"token_embedding", "layers.0.start_hidden_state", "layers.0.start_cell_state",
                        "layers.0.t.0.step_input", "layers.0.t.0.input_gate_sum", "layers.0.t.1.input_gate",
                        "layers.0.t.1.forget_gate", "layers.0.t.1.candidate", "layers.0.t.1.output_gate",
                        "layers.0.t.1.kept", "layers.0.t.1.written", "layers.0.t.1.cell_state",
                        "layers.0.t.1.activated_cell", "layers.0.t.2.hidden_state", "layers.0.hidden_states",
                        "layers.1.t.2.hidden_state", "logits", "probabilities", "loss"});
    config.family = Family::Gru;
    checkNames(config, {"layers.0.t.1.reset_gate_sum", "layers.0.t.1.reset_gate", "layers.0.t.1.update_gate",
                        "layers.0.t.1.candidate_input", "layers.0.t.1.candidate_memory", "layers.0.t.1.recalled_memory",
                        "layers.0.t.1.candidate_sum", "layers.0.t.1.candidate", "layers.1.t.2.hidden_state"});
    config.family = Family::Rnn;
    checkNames(config, {"layers.0.t.1.hidden_sum", "layers.0.t.1.hidden_state"});
    config = defaultConfig(Family::Seq2Seq);
    config.vocabulary = 7;
    config.alignment = Alignment::Additive;
    config.bidirectional = true;
    checkNames(config, {"encoder.token_embedding",
                        "encoder.layers.0.t.3.forget_gate",
                        "encoder.backward.layers.0.t.3.hidden_state",
                        "encoder.layers.0.joined_directions",
                        "encoder.layers.0.joined_hidden_state",
                        "encoder.layers.0.joined_cell_state",
                        "encoder.encoder_states",
                        "decoder.layers.0.start_hidden_state",
                        "decoder.layers.0.start_cell_state",
                        "decoder.alignment.key",
                        "decoder.alignment.t.2.query",
                        "decoder.alignment.t.2.alignment_sums",
                        "decoder.alignment.t.2.alignment_hidden",
                        "decoder.alignment.t.2.scores",
                        "decoder.alignment.t.2.weights",
                        "decoder.alignment.t.2.context_vector",
                        "decoder.t.2.decoder_input",
                        "decoder.layers.0.t.2.input_gate",
                        "decoder.context_vector",
                        "decoder.attentional_state"});
    config.alignment = Alignment::General;
    config.bidirectional = false;
    checkNames(config, {"decoder.alignment.query", "decoder.alignment.scores", "decoder.alignment.weights",
                        "decoder.alignment.context_vector", "decoder.context_and_state", "decoder.attentional_sum",
                        "decoder.attentional_state", "decoder.layers.0.hidden_states"});
}

TEST_CASE("A gate's sum is told as one sum over the word and the memory") {
    ModelConfig config = defaultConfig(Family::Lstm);
    config.vocabulary = 7;
    config.width = 6;
    config.layers = 1;
    Random random(1);
    const auto trace = lookedAt(*filledModel<float>(config, random), 3, random);
    const Explanation why = trace->explainValue(trace->find("layers.0.t.1.forget_gate_sum").value(), 2);
    CHECK(why.rule == Rule::SumOfProducts);
    REQUIRE(why.terms.size() == 14);  // six features, a bias, six of the state before, its bias
    CHECK(trace->name(why.terms[0].left->cell.node) == "layers.0.t.1.step_input");
    CHECK(trace->name(why.terms[0].right->cell.node) == "layers.0.input.weight");
    CHECK(why.terms[0].right->cell.index == 6 + 2);
    CHECK(trace->name(why.terms[7].left->cell.node) == "layers.0.t.0.hidden_state");
    CHECK(trace->name(why.terms[7].right->cell.node) == "layers.0.recurrent.weight");
    CHECK(trace->explainValue(trace->find("layers.0.start_hidden_state").value(), 0).rule == Rule::Given);
    CHECK(trace->explainValue(trace->find("layers.0.t.1.forget_gate").value(), 0).rule == Rule::Pointwise);
}

TEST_CASE("Reading on can be looked at: steps are numbered from the first token read") {
    ModelConfig config = defaultConfig(Family::Gru);
    config.vocabulary = 7;
    config.width = 8;
    Random random(1);
    const auto model = filledModel<float>(config, random);
    Parallel parallel(1);
    Tape<float> tape(Purpose::Looking, parallel);
    Memory<float> memory = model->begin(tape, {}, 1);
    const std::vector<int> first{1, 2, 3}, next{4};
    model->advance(tape, memory, {first, 3, {}});
    tape.clear();
    model->advance(tape, memory, {next, 1, {}});
    const auto trace = Trace::freeze(std::move(tape), {.tokens = next});
    memory = {};
    test::checkValues(*trace, random, 1000);
    CHECK(trace->find("layers.1.t.3.hidden_state").has_value());
    CHECK(trace->explainValue(trace->find("layers.1.start_hidden_state").value(), 0).rule == Rule::Given);
}

}  // namespace
}  // namespace attentarium
