#include "engine/io/checkpoint.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "engine/core/error.h"
#include "engine/io/atomic_folder.h"
#include "engine/io/checkpoint_config.h"
#include "engine/io/checkpoint_tensors.h"
#include "engine/io/damage.h"

namespace attentarium {
namespace {

/// A checkpoint that could not be loaded again must not replace one that can.
void demandNumbers(const ParameterSet<float>& parameters, std::int64_t stepsDone) {
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const auto values = parameters[i].value.values();
        if (std::ranges::all_of(values, [](float x) { return std::isfinite(x); })) continue;
        throw Error(ErrorKind::LossNotFinite, {.name = parameters[i].name, .value = std::to_string(stepsDone)});
    }
}

}  // namespace

Checkpoint loadCheckpoint(const std::filesystem::path& folder, LoadTraining training) {
    restoreFolder(folder);
    CheckpointConfig config = readCheckpointConfig(folder / kConfigFile);
    if (config.model.family == Family::Ngram) throw Error(ErrorKind::ModelOfCounts, {.file = folder.string()});
    Checkpoint checkpoint;
    checkpoint.model = readModel(folder / kModelFile, config.model);
    checkpoint.tokenizer =
        makeTokenizer(config.tokenizer, config.language, std::move(config.vocabulary), std::move(config.merges));
    checkpoint.language = config.language;
    checkpoint.settings = config.settings;
    checkpoint.stepsDone = config.stepsDone;
    checkpoint.corpus = std::move(config.corpus);
    checkpoint.stories = config.stories;
    checkpoint.task = config.task;
    checkpoint.measures = std::move(config.measures);
    if (training == LoadTraining::No) return checkpoint;
    const std::filesystem::path file = folder / kTrainingFile;
    checkpoint.training = readTrainingState(file, *checkpoint.model, checkpoint.settings);
    if (checkpoint.training->stepsDone != checkpoint.stepsDone) {
        throwDamaged(file.string(), Damage::TrainingStateImpossible, "steps_done");
    }
    return checkpoint;
}

void saveCheckpoint(const std::filesystem::path& folder, const Checkpoint& checkpoint) {
    expects(checkpoint.model && checkpoint.tokenizer, "[checkpoint] needs a model and a tokenizer");
    const ParameterSet<float>& parameters = checkpoint.model->parameters();
    demandNumbers(parameters, checkpoint.stepsDone);
    expects(!checkpoint.training || checkpoint.stepsDone == 0 ||
                checkpoint.settings.carry == (checkpoint.training->memory.texts > 0),
            "[checkpoint] what is carried from batch to batch belongs to the training state");
    const std::string config = textOf({.model = checkpoint.model->config(),
                                       .tokenizer = checkpoint.tokenizer->kind(),
                                       .language = checkpoint.language,
                                       .vocabulary = checkpoint.tokenizer->vocabulary(),
                                       .merges = mergesOf(*checkpoint.tokenizer),
                                       .settings = checkpoint.settings,
                                       .stepsDone = checkpoint.stepsDone,
                                       .corpus = checkpoint.corpus,
                                       .stories = checkpoint.stories,
                                       .task = checkpoint.task,
                                       .measures = checkpoint.measures});
    AtomicFolder files(folder, {kConfigFile, kModelFile, kTrainingFile});
    files.write(kConfigFile, std::as_bytes(std::span(config)));
    writeParameters(files, parameters);
    if (checkpoint.training) writeTrainingState(files, parameters, *checkpoint.training);
    files.commit();
}

}  // namespace attentarium
