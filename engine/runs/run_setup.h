#pragma once

#include <memory>
#include <optional>

#include "engine/io/corpus_source.h"
#include "engine/models/model.h"
#include "engine/runs/material.h"
#include "engine/text/tasks/task_options.h"
#include "engine/train/trainer.h"
#include "engine/train/training_settings.h"

namespace attentarium {

/// Everything that is decided before a model is trained. The same setup, on the same machine and build, gives the same
/// bits, in the window and on the command line.
struct RunSetup {
    ModelConfig model;          ///< its vocabulary is that of what is learned
    TrainingSettings settings;  ///< with the seed of the weights and the batches
    CorpusSource corpus;        ///< what is learned, unless a task is; its seed and objective are those of `settings`
    std::optional<TaskOptions> task;

    bool operator==(const RunSetup&) const = default;
};

/// A model with what it learns from, ready to be trained.
struct PreparedRun {
    std::shared_ptr<Model<float>> model;
    Material material;
    TrainingSettings settings;
    std::optional<TrainingState> state;  ///< to go on from; none for a new run
};

/// What a task decides of a model: classes, and room for its longest example.
enum class Fit { Classes, Context };
void fitToTask(ModelConfig& config, const TaskOptions& task,
               std::initializer_list<Fit> what = {Fit::Classes, Fit::Context});

/// Opens what is learned and makes the model, with the fresh weights of its seed. Everything impossible is refused
/// before anything large is made: throws `Error` as `validate`, `demandMemory`, `openCorpus` and `makeTask`.
PreparedRun prepared(const RunSetup& setup);

/// Sizes and settings that can be trained with each other, found out without opening anything: throws `Error`.
void validate(const RunSetup& setup);

}  // namespace attentarium
