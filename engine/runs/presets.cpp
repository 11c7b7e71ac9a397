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
                      .steps = 1500,
                      .warmup = 30,
                      .peakRate = 6e-3,
                      .finalRate = 6e-4,
                      .beta2 = 0.98,
                      .weightDecay = 0.01};
    return setup;
}

/// Lessons and stories of the small world: a head learns pronouns, and what is known of each kind can be asked.
RunSetup school(Language language) {
    RunSetup setup;
    setup.model = smallGpt(2, 64, 48);
    setup.model.positions = Positions::Rotary;
    setup.corpus = {.corpus = kSmallSchool, .language = language, .tokenizer = TokenizerKind::Word, .stories = 20000};
    setup.settings = {.batch = 16,
                      .steps = 6000,
                      .warmup = 100,
                      .peakRate = 3e-3,
                      .finalRate = 1e-4,
                      .beta2 = 0.98,
                      .weightDecay = 0.01};
    return setup;
}

/// The same for longer, with a third block and more numbers for each word.
RunSetup longSchool(Language language) {
    RunSetup setup = school(language);
    setup.model.layers = 3;
    setup.model.width = 96;
    setup.settings.steps = 12000;
    setup.settings.peakRate = 2e-3;
    return setup;
}

}  // namespace

std::span<const Preset> presets() {
    return kPresets;
}

RunSetup setupOf(std::string_view preset, Language language) {
    if (preset == "ten-seconds") return tenSeconds();
    if (preset == "one-minute") return school(language);
    expects(preset == "five-minutes", "[presets] there is no preset of that name");
    return longSchool(language);
}

}  // namespace attentarium
