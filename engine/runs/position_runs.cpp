#include "engine/runs/position_runs.h"

namespace attentarium {

RunSetup positionRun(Positions positions, Language language, std::uint64_t seed) {
    RunSetup setup;
    setup.model = defaultConfig(Family::Gpt);
    setup.model.layers = 1;
    setup.model.heads = 4;
    setup.model.width = 24;
    setup.model.context = 32;
    setup.model.tied = true;
    setup.model.positions = positions;
    setup.corpus = {.corpus = kSmallWorld, .language = language, .tokenizer = TokenizerKind::Word, .seed = seed};
    setup.settings = {.batch = 16, .steps = 6000, .warmup = 100, .peakRate = 4e-3, .finalRate = 2e-4, .seed = seed};
    return setup;
}

}  // namespace attentarium
