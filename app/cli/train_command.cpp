#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/ngram_run.h"
#include "app/cli/options.h"
#include "app/cli/results.h"
#include "app/cli/training_plan.h"
#include "engine/core/error.h"

namespace attentarium::cli {
namespace {

std::int64_t lastStep(const TrainOptions& o, const TrainingSettings& settings) {
    if (!o.isTyped("--stop-at")) return settings.steps;
    if (o.stopAt >= 1 && o.stopAt <= settings.steps) return o.stopAt;
    throw Error(ErrorKind::OptionOutOfRange, {.name = "stop-at",
                                              .value = std::to_string(o.stopAt),
                                              .limit = "from 1 to " + std::to_string(settings.steps)});
}

Results run(const TrainOptions& o) {
    if (!o.resume && o.model.family() == Family::Ngram) return countNgrams(o);
    TrainingPlan plan = o.resume ? resumedPlan(o) : freshPlan(o);
    plan.threads = o.threads;
    const ModelConfig& config = plan.run.model->config();
    if (kWordVectors.contains(config.family) && config.negatives > 0) return trainWordVectors(std::move(plan));
    plan.stopAt = lastStep(o, plan.run.settings);
    return train(std::move(plan));
}

}  // namespace

void addTrainCommand(CLI::App& app, Run& chosen) {
    CLI::App* command = app.add_subcommand("train", "Trains a model");
    const auto options = std::make_shared<TrainOptions>();
    options->addTo(*command);
    command->callback([options, &chosen] {
        chosen = [options] {
            validateThreads(options->threads);
            print(run(*options), options->json);
        };
    });
}

}  // namespace attentarium::cli
