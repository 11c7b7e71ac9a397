#include "engine/runs/presets.h"

#include <array>

#include "engine/core/error.h"
#include "engine/models/registry.h"

namespace attentarium {
namespace {

constexpr std::array<Preset, 3> kPresets{{{"ten-seconds", 10}, {"one-minute", 60}, {"five-minutes", 300}}};

ModelConfig smallGpt(std::int64_t layers, std::int64_t width, std::int64_t context) {
    ModelConfig config = defaultConfig(Family::Gpt);
    config.layers = layers;
    config.heads = 4;
    config.width = width;
    config.context = context;
    return config;
}

/// Letters turned round: small enough to be learned while a class watches.
RunSetup tenSeconds() {
    RunSetup setup;
    setup.model = defaultConfig(Family::Seq2Seq);
    setup.model.layers = 1;
    setup.model.width = 48;
    setup.model.cell = RecurrentCell::Gru;
    setup.model.alignment = Alignment::Dot;
    setup.task = defaultsOf(TaskName::Reverse);
    setup.task->minLength = 2;
    setup.task->maxLength = 6;
    setup.task->alphabet = 10;
    fitToTask(setup.model, *setup.task);
    setup.settings = {.batch = 32,
                      .steps = 900,
                      .warmup = 30,
                      .peakRate = 6e-3,
                      .finalRate = 6e-4,
                      .beta2 = 0.98,
                      .weightDecay = 0.01};
    return setup;
}

RunSetup stories(Language language, std::int64_t steps, std::int64_t layers, std::int64_t width) {
    RunSetup setup;
    setup.model = smallGpt(layers, width, 32);
    setup.corpus = {.corpus = kSmallWorld, .language = language, .tokenizer = TokenizerKind::Word, .stories = 5000};
    setup.settings = {.batch = 16, .steps = steps, .warmup = 50, .peakRate = 2e-3, .finalRate = 2e-4};
    return setup;
}

}  // namespace

std::span<const Preset> presets() {
    return kPresets;
}

RunSetup setupOf(std::string_view preset, Language language) {
    if (preset == "ten-seconds") return tenSeconds();
    if (preset == "one-minute") return stories(language, 2000, 2, 64);
    expects(preset == "five-minutes", "[presets] there is no preset of that name");
    return stories(language, 5000, 3, 96);
}

}  // namespace attentarium
