#pragma once

#include "engine/io/checkpoint.h"
#include "engine/models/registry.h"
#include "engine/train/trainer.h"
#include "engine/train/window_sampler.h"

namespace attentarium::test {

/// A small model that was trained for three of ten steps, with all that belongs to it.
inline Checkpoint smallCheckpoint(bool tied = false,
                                  const TrainingSettings& settings = {
                                      .batch = 2, .steps = 10, .warmup = 1, .peakRate = 0.1 + 0.2}) {
    Vocabulary vocabulary({"\n", " ", "a", "é", "猫", "\"", "\\"});
    const ModelConfig config{
        .layers = 1, .heads = 2, .width = 4, .context = 3, .vocabulary = vocabulary.size(), .tied = tied};
    std::shared_ptr<Model<float>> model = makeModel<float>(config);
    Random random(5);
    model->initialise(random);
    Checkpoint checkpoint;
    checkpoint.settings = settings;
    checkpoint.settings.seed = ~std::uint64_t{0};
    checkpoint.settings.finalRate = 1e-4 / 3;
    const std::vector<int> tokens{0, 1, 2, 3, 4, 5, 6, 2, 2, 3, 1, 0};
    Parallel parallel(1);
    WindowSampler source(tokens, {}, checkpoint.settings.batch, config.context, checkpoint.settings.seed);
    Trainer trainer(*model, source, checkpoint.settings, parallel);
    for (int i = 0; i < 3; ++i) trainer.step();
    checkpoint.training = trainer.state();
    checkpoint.stepsDone = 3;
    checkpoint.model = model;
    checkpoint.tokenizer = makeTokenizer(TokenizerKind::Character, Language::Chinese, std::move(vocabulary));
    checkpoint.language = Language::Chinese;
    checkpoint.corpus = "小 story.txt";
    checkpoint.measures = {{"held_out_loss", 2.0 / 3}, {"train_loss", 1e-300}};
    return checkpoint;
}

}  // namespace attentarium::test
