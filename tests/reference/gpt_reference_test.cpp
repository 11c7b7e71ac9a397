#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/io/safetensors.h"
#include "engine/models/registry.h"
#include "engine/train/gradient_clipping.h"
#include "engine/train/objective.h"
#include "engine/train/optimizer.h"
#include "engine/train/trainer.h"
#include "tests/support/catch.h"

using namespace attentarium;

namespace {

template <typename Scalar>
constexpr double kAllowed = std::is_same_v<Scalar, float> ? 1e-4 : 1e-9;

/// The largest difference between two tensors, relative to the largest number in the expected one.
template <typename Scalar>
double relativeError(std::span<const Scalar> computed, std::span<const double> expected) {
    REQUIRE(computed.size() == expected.size());
    double largest = 1e-12, worst = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        largest = std::max(largest, std::abs(expected[i]));
        const double difference = std::abs(static_cast<double>(computed[i]) - expected[i]);
        if (!(difference <= worst)) worst = difference;
    }
    return worst / largest;
}

struct Fixture {
    SafetensorsFile file;
    ModelConfig config;
    std::vector<int> ids;
    std::vector<int> targets;
    std::int64_t batch = 0;
};

Fixture loadFixture(const std::string& name) {
    Fixture fixture{SafetensorsFile::read(std::string(ATTENTARIUM_SOURCE_DIR) + "/tests/reference/fixtures/" + name +
                                          ".safetensors"),
                    {},
                    {},
                    {}};
    const auto& metadata = fixture.file.metadata();
    fixture.config.layers = std::stoll(metadata.at("layers"));
    fixture.config.heads = std::stoll(metadata.at("heads"));
    fixture.config.width = std::stoll(metadata.at("width"));
    fixture.config.context = std::stoll(metadata.at("context"));
    fixture.config.vocabulary = std::stoll(metadata.at("vocabulary"));
    fixture.config.tied = metadata.at("tied") == "True";
    for (const std::int64_t id : fixture.file.integers<std::int64_t>("ids"))
        fixture.ids.push_back(static_cast<int>(id));
    for (const std::int64_t id : fixture.file.integers<std::int64_t>("targets")) {
        fixture.targets.push_back(static_cast<int>(id));
    }
    fixture.batch = fixture.file.find("ids")->shape[0];
    return fixture;
}

template <typename Scalar>
std::unique_ptr<Model<Scalar>> modelOf(const Fixture& fixture) {
    auto model = makeModel<Scalar>(fixture.config);
    for (std::size_t i = 0; i < model->parameters().size(); ++i) {
        Parameter<Scalar>& parameter = model->parameters()[i];
        parameter.value = fixture.file.tensor<Scalar>(parameter.name, parameter.value.shape());
    }
    return model;
}

template <typename Scalar>
void comparePass(const Fixture& fixture, Purpose purpose) {
    const auto model = modelOf<Scalar>(fixture);
    Parallel parallel(2);
    Tape<Scalar> tape(purpose, parallel);
    const auto length = static_cast<std::int64_t>(fixture.ids.size()) / fixture.batch;
    const TrainingBatch batch{.inputs = batchOf(fixture.ids, length), .targets = fixture.targets, .labels = {}};
    const Losses recorded = lossesOf(tape, *model, batch, {});
    tape.backward(recorded.loss);

    const Shape& shape = tape.shape(recorded.logits);
    CHECK(relativeError(tape.value(recorded.logits).span(), fixture.file.tensor<double>("logits", shape).values()) <
          kAllowed<Scalar>);
    CHECK(relativeError(tape.value(recorded.loss).span(), fixture.file.tensor<double>("loss", {}).values()) <
          kAllowed<Scalar>);
    for (std::size_t i = 0; i < model->parameters().size(); ++i) {
        const Parameter<Scalar>& parameter = model->parameters()[i];
        const auto expected = fixture.file.tensor<double>("grad/" + parameter.name, parameter.value.shape());
        const TensorView<const Scalar> gradient = tape.gradient(tape.parameterNode(i));
        // A key's bias moves every score of a row alike, so its gradient is zero but for rounding.
        const bool vanishes = std::ranges::all_of(expected.values(), [](double g) { return std::abs(g) < 1e-12; });
        INFO(parameter.name);
        if (vanishes) {
            CHECK(std::ranges::all_of(gradient.span(), [](Scalar g) { return std::abs(g) < kAllowed<Scalar>; }));
        } else {
            CHECK(relativeError(gradient.span(), expected.values()) < kAllowed<Scalar>);
        }
    }
}

template <typename Scalar>
void compareOptimizer(const Fixture& fixture) {
    const auto model = modelOf<Scalar>(fixture);
    Parallel parallel(2);
    Tape<Scalar> tape(Purpose::Training, parallel);
    const auto length = static_cast<std::int64_t>(fixture.ids.size()) / fixture.batch;
    const TrainingBatch batch{.inputs = batchOf(fixture.ids, length), .targets = fixture.targets, .labels = {}};
    TrainingSettings settings;
    Optimizer<Scalar> optimizer(OptimizerKind::AdamW, model->parameters());
    std::vector<TensorView<Scalar>> gradients(model->parameters().size());
    for (int step = 0; step < 10; ++step) {
        tape.clear();
        tape.backward(lossesOf(tape, *model, batch, {}).loss);
        gradientsByOrdinal(tape, gradients);
        optimizer.step(model->parameters(), gradients, clipFactor(gradientNorm(gradients), 1.0), 1e-2, settings,
                       parallel);
    }
    for (std::size_t i = 0; i < model->parameters().size(); ++i) {
        const Parameter<Scalar>& parameter = model->parameters()[i];
        INFO(parameter.name);
        // Adam divides a gradient by its own size: where it is zero but for rounding, so is nothing comparable left.
        if (parameter.name.ends_with("key.bias")) continue;
        const auto expected = fixture.file.tensor<double>("after/" + parameter.name, parameter.value.shape());
        CHECK(relativeError(parameter.value.values(), expected.values()) < kAllowed<Scalar>);
    }
}

}  // namespace

TEST_CASE("Logits, loss and every gradient equal PyTorch's") {
    const auto name = GENERATE("gpt_untied", "gpt_tied", "gpt_one_token");
    INFO(name);
    const Fixture fixture = loadFixture(name);
    comparePass<double>(fixture, Purpose::Training);
    comparePass<double>(fixture, Purpose::Looking);
    comparePass<float>(fixture, Purpose::Training);
    comparePass<float>(fixture, Purpose::Looking);
}

TEST_CASE("Ten steps of AdamW with clipping end at PyTorch's weights") {
    const auto name = GENERATE("gpt_untied", "gpt_tied");
    INFO(name);
    const Fixture fixture = loadFixture(name);
    compareOptimizer<double>(fixture);
    compareOptimizer<float>(fixture);
}
