#pragma once

#include <nlohmann/json.hpp>

#include "engine/io/checkpoint_fields.h"
#include "engine/models/model_config.h"
#include "engine/text/tasks/task_options.h"
#include "engine/train/training_settings.h"

namespace attentarium {

/// The settings of a model and of its training as fields of a configuration, by the lists that the command line is made
/// of too. A model has only the fields that its family uses. Internal to `io`.

nlohmann::ordered_json jsonOf(const ModelConfig& config);
/// Refuses fields that are unknown or that the family does not use. One that later versions added may be missing: it
/// then has the value that everything had before. Throws `Error` FamilyUnknown, FileDamaged.
ModelConfig readModelConfig(Fields fields);

/// With the task's name, and of the options those that the task reads.
nlohmann::ordered_json jsonOf(const TaskOptions& options);
TaskOptions readTask(Fields fields);

void writeSettings(const TrainingSettings& settings, nlohmann::ordered_json& object);
/// Leaves fields that are not settings to the caller.
TrainingSettings readSettings(Fields& fields);

}  // namespace attentarium
