#pragma once

#include "engine/models/model_config.h"
#include "engine/train/training_settings.h"

namespace attentarium {

/// Bytes that a training run holds at least and not much more: parameters, moments, gradients and the tape of batches
/// that fill the context. Known without making anything; both must be valid.
double trainingBytes(const ModelConfig& config, const TrainingSettings& settings);

/// Refuses a run that this machine's memory cannot hold, before the system would end it without a word: throws `Error`
/// with ModelTooLarge where the model alone is too much, else with OptionOutOfRange for the batch.
void demandMemory(const ModelConfig& config, const TrainingSettings& settings);

}  // namespace attentarium
