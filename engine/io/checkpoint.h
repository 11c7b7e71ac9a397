#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "engine/models/model.h"
#include "engine/text/tasks/task_options.h"
#include "engine/text/tokenizer.h"
#include "engine/train/trainer.h"
#include "engine/train/training_settings.h"

namespace attentarium {

/// A trained model in a folder: `config.json` (sizes, vocabulary, how it was trained and how well it does),
/// `model.safetensors` (the parameters) and, where training can go on, `training.safetensors`.
struct Checkpoint {
    std::shared_ptr<const Model<float>> model;
    std::shared_ptr<const Tokenizer> tokenizer;
    Language language = Language::English;
    TrainingSettings settings;
    std::int64_t stepsDone = 0;
    std::string corpus;                      ///< what it learned from: `small-world` or a file's name
    std::int64_t stories = 0;                ///< of the small world; 0 for anything else
    std::optional<TaskOptions> task;         ///< that it learned instead; `corpus` is then its name
    std::map<std::string, double> measures;  ///< for example `held_out_loss`, in nats per token
    std::optional<TrainingState> training;
};

/// The files of a checkpoint; the first marks a folder as one.
inline constexpr const char* kConfigFile = "config.json";
inline constexpr const char* kModelFile = "model.safetensors";
inline constexpr const char* kTrainingFile = "training.safetensors";

enum class LoadTraining { No, Yes };

/// Throws `Error`, which names the file, for whatever is missing, cut off, damaged or does not fit together, and
/// ModelOfCounts for an n-gram model (`ngram_checkpoint.h`). With `LoadTraining::Yes` the training state must be there.
Checkpoint loadCheckpoint(const std::filesystem::path& folder, LoadTraining training = LoadTraining::No);

/// Replaces the folder as a whole: killed or failed at any moment, it is the old one or the new one.
/// Throws `Error` with `FileUnwritable`, `FolderExists` (a folder that is no checkpoint) or `LossNotFinite` (a
/// parameter is no longer a number, so that nobody could load it).
void saveCheckpoint(const std::filesystem::path& folder, const Checkpoint& checkpoint);

}  // namespace attentarium
