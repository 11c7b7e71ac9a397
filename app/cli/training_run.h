#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "app/cli/material.h"
#include "app/cli/results.h"
#include "engine/io/checkpoint.h"

namespace attentarium::cli {

/// A training run, everything decided.
struct TrainingPlan {
    std::shared_ptr<Model<float>> model;
    Material material;
    TrainingSettings settings;
    std::optional<TrainingState> state;  ///< to go on from
    std::int64_t stopAt = 0;             ///< the step to save and end at
    int threads = 1;
    std::filesystem::path out;
};

/// Trains, saving every so often and at the end; Ctrl-C saves and ends early. Progress goes to stderr.
/// Throws `Error`; when the loss stops being a number, after saving the last state in which it was one.
Results train(TrainingPlan plan);

/// Trains word vectors with negatives, pair by pair; nothing of it can be resumed.
Results trainWordVectors(TrainingPlan plan);

/// The checkpoint of a plan after so many steps.
Checkpoint checkpointOf(const TrainingPlan& plan, std::int64_t stepsDone, const std::map<std::string, double>& measures,
                        std::optional<TrainingState> state);

}  // namespace attentarium::cli
