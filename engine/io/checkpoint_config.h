#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/models/model_config.h"
#include "engine/text/tasks/task_options.h"
#include "engine/text/tokenizer.h"
#include "engine/train/training_settings.h"

namespace attentarium {

/// What `config.json` holds. Internal to `io`.
struct CheckpointConfig {
    ModelConfig model;
    TokenizerKind tokenizer = TokenizerKind::Character;
    Language language = Language::English;
    Vocabulary vocabulary;
    BytePairMerges merges;
    TrainingSettings settings;
    std::int64_t stepsDone = 0;
    std::string corpus;
    std::int64_t stories = 0;
    std::optional<TaskOptions> task;
    std::map<std::string, double> measures;
};

/// JSON for people to read; equal configurations give equal text, and every number comes back as it was.
std::string textOf(const CheckpointConfig& config);

/// Throws `Error`: FileMissing, FileUnreadable, FileTruncated; FamilyUnknown; FileDamaged with the setting's name for
/// anything that `textOf` would not write, impossible sizes included.
CheckpointConfig readCheckpointConfig(const std::filesystem::path& path);

}  // namespace attentarium
