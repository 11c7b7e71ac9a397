#include "engine/runs/estimate.h"

#include <algorithm>
#include <chrono>

#include "engine/runs/training_run.h"
#include "engine/train/memory_need.h"

namespace attentarium {

std::int64_t stepsInEpoch(const Material& material, std::int64_t context, const TrainingSettings& settings) {
    if (material.encoder) return std::max<std::int64_t>(1, settings.examples / settings.batch);
    const auto tokens = static_cast<std::int64_t>(material.corpus->parts().training.size());
    return std::max<std::int64_t>(1, tokens / (settings.batch * context));
}

RunEstimate estimate(const RunSetup& setup, Parallel& parallel) {
    using Clock = std::chrono::steady_clock;
    PreparedRun run = prepared(setup);
    RunEstimate estimate{.parameters = run.model->parameters().count(),
                         .vocabulary = run.model->config().vocabulary,
                         .stepsInEpoch = stepsInEpoch(run.material, run.model->config().context, run.settings),
                         .bytes = trainingBytes(run.model->config(), run.settings),
                         .secondsPerStep = 0};
    TrainingRun training(std::move(run), parallel);
    // The first step asks for memory, and of the others the quickest was disturbed least.
    training.step();
    constexpr int kSteps = 4;
    for (int i = 0; i < kSteps; ++i) {
        const auto start = Clock::now();
        training.step();
        const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
        estimate.secondsPerStep = i == 0 ? seconds : std::min(estimate.secondsPerStep, seconds);
    }
    return estimate;
}

}  // namespace attentarium
