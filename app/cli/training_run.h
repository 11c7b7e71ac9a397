#pragma once

#include <filesystem>

#include "app/cli/results.h"
#include "engine/runs/run_setup.h"

namespace attentarium::cli {

/// A training run, everything decided.
struct TrainingPlan {
    PreparedRun run;
    std::int64_t stopAt = 0;  ///< the step to save and end at
    int threads = 1;
    std::filesystem::path out;
};

/// Trains, saving every so often and at the end; Ctrl-C saves and ends early. Progress goes to stderr.
/// Throws `Error`; when the loss stops being a number, after saving the last state in which it was one.
Results train(TrainingPlan plan);

/// Trains word vectors with negatives, pair by pair; nothing of it can be resumed.
Results trainWordVectors(TrainingPlan plan);

}  // namespace attentarium::cli
