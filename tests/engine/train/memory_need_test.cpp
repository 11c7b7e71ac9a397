#include "engine/train/memory_need.h"

#include "engine/core/error.h"
#include "engine/models/registry.h"
#include "engine/train/random_batch.h"
#include "engine/train/trainer.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

class OneBatch final : public BatchSource {
  public:
    explicit OneBatch(const RandomBatch& batch) : m_batch(batch) {}
    TrainingBatch draw() override { return m_batch.view(); }
    SourceState state() const override { return {}; }
    void restore(const SourceState&) override {}

  private:
    const RandomBatch& m_batch;
};

/// What a step really holds: parameters, gradients and values on the tape, moments.
double heldBytes(const ModelConfig& config, const TrainingSettings& settings) {
    const auto model = makeModel<float>(config);
    Random random(1);
    model->initialise(random);
    const RandomBatch batch(config, {settings.batch, config.context, config.context}, random);
    OneBatch source(batch);
    Parallel parallel(1);
    Trainer trainer(*model, source, settings, parallel);
    trainer.step();
    return static_cast<double>(trainer.tapeCapacity()) + 12 * static_cast<double>(model->parameters().count());
}

ModelConfig sized(Family family) {
    ModelConfig config = defaultConfig(family);
    config.width = 32;
    config.context = 48;
    config.vocabulary = 50;
    return config;
}

TEST_CASE("The memory of a training run is known beforehand, for every family and its larger choices") {
    const TrainingSettings settings{.batch = 16, .steps = 2};
    std::vector<ModelConfig> configs;
    for (std::size_t i = 1; i < kFamilyNames.size(); ++i) configs.push_back(sized(static_cast<Family>(i)));
    configs.push_back(sized(Family::Gpt));
    configs.back().activation = Activation::SwiGlu;
    configs.push_back(sized(Family::Seq2Seq));
    configs.back().alignment = Alignment::Additive;
    configs.back().bidirectional = true;
    configs.push_back(sized(Family::SkipGram));
    configs.back().negatives = 0;
    for (const ModelConfig& config : configs) {
        const double held = heldBytes(config, settings), told = trainingBytes(config, settings);
        INFO(nameOf(config.family) << ": " << held << " held, " << told << " told");
        // Of the last block of the tape's memory, which is as large as all others together, little may be in use.
        CHECK(told > 0.45 * held);
        CHECK(told < 1.5 * held);
    }
}

TEST_CASE("What no memory can hold is refused before it is asked for: a batch by its size, else the model") {
    ModelConfig config = sized(Family::Transformer);
    config.context = 4096;
    config.width = 1024;
    try {
        demandMemory(config, {.batch = 65536});
        FAIL("accepted");
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::OptionOutOfRange);
        CHECK(error.values().name == "batch");
    }
    config.context = 1 << 20;
    try {
        demandMemory(config, {.batch = 1});
        FAIL("accepted");
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::ModelTooLarge);
    }
    CHECK_NOTHROW(demandMemory(sized(Family::Lstm), {}));
}

}  // namespace
}  // namespace attentarium
