#pragma once

#include "app/cli/train_options.h"
#include "app/cli/training_run.h"

namespace attentarium::cli {

/// A new run. Everything impossible is refused before anything large is made or written: throws `Error`, `UsageError`.
TrainingPlan freshPlan(const TrainOptions& options);
/// A run that goes on from the checkpoint in `--out`.
TrainingPlan resumedPlan(const TrainOptions& options);

/// Finds out before hours of work whether a new checkpoint can be written there, and leaves no trace of having tried.
void demandWritable(const std::filesystem::path& out);

}  // namespace attentarium::cli
