#include <chrono>
#include <iostream>

#include "app/cli/interruption.h"
#include "app/cli/training_run.h"
#include "engine/core/error.h"
#include "engine/io/checkpoint.h"
#include "engine/runs/training_run.h"
#include "engine/train/word_vector_trainer.h"

namespace attentarium::cli {

Results trainWordVectors(TrainingPlan plan) {
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::seconds kBetweenLines(1);
    const auto start = Clock::now();
    TrainingSettings& settings = plan.run.settings;
    const TokenizedCorpus& corpus = *plan.run.material.corpus;
    WordVectorTrainer trainer(*plan.run.model, corpus.parts().training, corpus.starts,
                              {.passes = settings.passes,
                               .peakRate = settings.peakRate,
                               .finalRate = settings.finalRate,
                               .subsample = settings.subsample,
                               .seed = settings.seed});
    const double whole = static_cast<double>(settings.passes) * static_cast<double>(corpus.parts().training.size());
    {
        const Interruption interruption;
        auto lastLine = start;
        while (!trainer.finished() && !interruption.requested()) {
            const WordVectorTrainer::StepResult result = trainer.step();
            if (Clock::now() - lastLine < kBetweenLines && !trainer.finished()) continue;
            lastLine = Clock::now();
            std::cerr << "step " << trainer.stepsDone() << ", "
                      << 100 * static_cast<double>(trainer.tokensDone()) / whole << " %, loss " << result.loss
                      << ", rate " << result.learningRate << '\n';
        }
    }
    trainer.store();
    // Its steps follow from the text and the passes over it.
    settings.steps = std::max<std::int64_t>(1, trainer.stepsDone());
    Parallel parallel(plan.threads);
    const auto measures = plan.run.material.data->measures(*plan.run.model, settings, parallel);
    const Moment last{.step = trainer.stepsDone(), .parameters = plan.run.model->parameters().values(), .training = {}};
    Checkpoint checkpoint = checkpointOf(plan.run.material, plan.run.model->config(), settings, last);
    checkpoint.measures = measures;
    saveCheckpoint(plan.out, checkpoint);
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return {measures, trainer.stepsDone(), seconds, {}};
}

}  // namespace attentarium::cli
