#include "tests/reference/family_fixture.h"

#include <algorithm>
#include <cmath>

#include "engine/models/model_config_fields.h"
#include "engine/train/gradient_clipping.h"
#include "engine/train/objective.h"
#include "engine/train/optimizer.h"
#include "engine/train/trainer.h"
#include "tests/support/catch.h"

namespace attentarium::test {
namespace {

template <typename Value>
void readSetting(const std::string& text, Value& value) {
    if constexpr (std::is_same_v<Value, bool>) {
        value = text == "true";
    } else if constexpr (std::is_integral_v<Value>) {
        value = std::stoll(text);
    } else if constexpr (std::is_floating_point_v<Value>) {
        value = std::stod(text);
    } else {
        value = named<Value>(text).value();
    }
}

std::vector<int> narrowed(const std::vector<std::int64_t>& values) {
    std::vector<int> all;
    for (const std::int64_t value : values) all.push_back(static_cast<int>(value));
    return all;
}

TokenRows rows(std::span<const int> ids, std::span<const std::int64_t> lengths) {
    if (ids.empty()) return {};
    return {ids, static_cast<std::int64_t>(ids.size() / lengths.size()), lengths};
}

/// A task counts half.
TrainingSettings halfTask() {
    TrainingSettings settings;
    settings.taskWeight = 0.5;
    return settings;
}

/// A gradient that is zero but for rounding, as a key's bias has where it moves every score of a row alike.
bool vanishes(const Tensor<double>& gradient) {
    return std::ranges::all_of(gradient.values(), [](double g) { return std::abs(g) < 1e-12; });
}

}  // namespace

FamilyFixture::FamilyFixture(const std::string& name)
    : m_file(SafetensorsFile::read(std::string(ATTENTARIUM_SOURCE_DIR) + "/tests/reference/fixtures/" + name +
                                   ".safetensors")) {
    const auto& metadata = m_file.metadata();
    m_config.family = named<Family>(metadata.at("family")).value();
    forEachField(m_config, [&](const ConfigField& field, auto& value) {
        const auto found = metadata.find(std::string(field.name));
        if (found != metadata.end()) readSetting(found->second, value);
    });
    m_ids = narrowed(integers("ids"));
    m_lengths = integers("lengths");
    m_source = narrowed(integers("source"));
    m_sourceLengths = integers("source_lengths");
    m_segments = narrowed(integers("segments"));
    m_targets = narrowed(integers("targets"));
    m_rows = narrowed(integers("rows"));
    m_candidates = narrowed(integers("candidates"));
    m_labels = narrowed(integers("labels"));
}

std::vector<std::int64_t> FamilyFixture::integers(const std::string& name) const {
    if (!m_file.find(name)) return {};
    const auto values = m_file.integers<std::int64_t>(name);
    return {values.begin(), values.end()};
}

TrainingBatch FamilyFixture::batch() const {
    return {.inputs = {rows(m_ids, m_lengths), rows(m_source, m_sourceLengths), m_segments},
            .targets = m_targets,
            .rows = m_rows,
            .candidates = m_candidates,
            .labels = m_labels};
}

template <typename Scalar>
std::unique_ptr<Model<Scalar>> FamilyFixture::model() const {
    auto made = makeModel<Scalar>(m_config);
    for (std::size_t i = 0; i < made->parameters().size(); ++i) {
        Parameter<Scalar>& parameter = made->parameters()[i];
        parameter.value = m_file.tensor<Scalar>(parameter.name, parameter.value.shape());
    }
    return made;
}

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

template <typename Scalar>
static void comparePass(const FamilyFixture& fixture, Purpose purpose) {
    const auto model = fixture.model<Scalar>();
    Parallel parallel(2);
    Tape<Scalar> tape(purpose, parallel);
    const TrainingBatch batch = fixture.batch();
    const Outputs outputs = model->run(tape, batch.inputs);
    const auto compare = [&](std::span<const Scalar> computed, const std::string& name, const Shape& shape) {
        INFO(name);
        CHECK(relativeError(computed, fixture.file().tensor<double>(name, shape).values()) < kAllowed<Scalar>);
    };
    const auto logits = tape.value(outputs.logits);
    std::vector<Scalar> said(logits.span().begin(), logits.span().end());
    for (std::int64_t row = 0; row < logits.rows(); ++row) {
        const TokenRows& tokens = batch.inputs.tokens;
        if (row % tokens.length < tokens.lengthOf(row / tokens.length)) continue;
        std::fill_n(said.begin() + row * logits.columns(), logits.columns(), Scalar{0});
    }
    compare(said, "logits", logits.shape);
    if (outputs.classLogits) {
        const auto classLogits = tape.value(outputs.classLogits);
        compare(classLogits.span(), "class_logits", classLogits.shape);
    }

    tape.clear();
    const Var loss = lossesOf(tape, *model, batch, halfTask()).loss;
    tape.backward(loss);
    compare(tape.value(loss).span(), "loss", {});
    for (std::size_t i = 0; i < model->parameters().size(); ++i) {
        const Parameter<Scalar>& parameter = model->parameters()[i];
        const auto gradient = tape.gradient(tape.parameterNode(i)).span();
        INFO(parameter.name);
        if (vanishes(fixture.file().tensor<double>("grad/" + parameter.name, parameter.value.shape()))) {
            CHECK(std::ranges::all_of(gradient, [](Scalar g) { return std::abs(g) < kAllowed<Scalar>; }));
        } else {
            compare(gradient, "grad/" + parameter.name, parameter.value.shape());
        }
    }
}

template <typename Scalar>
static void compareOptimizer(const FamilyFixture& fixture) {
    const auto model = fixture.model<Scalar>();
    Parallel parallel(2);
    Tape<Scalar> tape(Purpose::Training, parallel);
    const TrainingSettings settings = halfTask();
    Optimizer<Scalar> optimizer(OptimizerKind::AdamW, model->parameters());
    std::vector<TensorView<Scalar>> gradients(model->parameters().size());
    for (int step = 0; step < 10; ++step) {
        tape.clear();
        tape.backward(lossesOf(tape, *model, fixture.batch(), settings).loss);
        gradientsByOrdinal(tape, gradients);
        optimizer.step(model->parameters(), gradients, clipFactor(gradientNorm(gradients, parallel), 1.0), 1e-2,
                       settings, parallel);
    }
    for (std::size_t i = 0; i < model->parameters().size(); ++i) {
        const Parameter<Scalar>& parameter = model->parameters()[i];
        const auto expected = [&](const std::string& of) {
            return fixture.file().tensor<double>(of + parameter.name, parameter.value.shape());
        };
        INFO(parameter.name);
        // Adam divides a gradient by its own size: where it is zero but for rounding, nothing comparable is left.
        if (vanishes(expected("grad/"))) continue;
        CHECK(relativeError(parameter.value.values(), expected("after/").values()) < kAllowed<Scalar>);
    }
}

void comparePasses(std::span<const char* const> names) {
    for (const char* name : names) {
        INFO(name);
        const FamilyFixture fixture(name);
        for (const Purpose purpose : {Purpose::Training, Purpose::Looking}) {
            comparePass<double>(fixture, purpose);
            comparePass<float>(fixture, purpose);
        }
    }
}

void compareOptimizers(std::span<const char* const> names) {
    for (const char* name : names) {
        INFO(name);
        const FamilyFixture fixture(name);
        compareOptimizer<double>(fixture);
        compareOptimizer<float>(fixture);
    }
}

#define ATTENTARIUM_INSTANTIATE(Scalar)                                   \
    template std::unique_ptr<Model<Scalar>> FamilyFixture::model() const; \
    template double relativeError(std::span<const Scalar>, std::span<const double>);

ATTENTARIUM_INSTANTIATE(float)
ATTENTARIUM_INSTANTIATE(double)
#undef ATTENTARIUM_INSTANTIATE

}  // namespace attentarium::test
