#pragma once

#include <filesystem>
#include <memory>

#include "engine/io/atomic_folder.h"
#include "engine/models/model.h"
#include "engine/train/trainer.h"

namespace attentarium {

/// The tensors of a checkpoint. Internal to `io`. Reading throws `Error`: whatever `SafetensorsFile` does,
/// TensorMissing, TensorUnexpected, TensorShapeWrong, FileDamaged for numbers that are none.

void writeParameters(AtomicFolder& folder, const ParameterSet<float>& parameters);
/// A model of these sizes, filled from `path`. Sizes far beyond the file are refused before memory is asked for.
std::shared_ptr<Model<float>> readModel(const std::filesystem::path& path, const ModelConfig& config);

void writeTrainingState(AtomicFolder& folder, const ParameterSet<float>& parameters, const TrainingState& state);
/// The state of a model that is trained in this way. What the source of its batches makes of its places is left to it.
TrainingState readTrainingState(const std::filesystem::path& path, const Model<float>& model,
                                const TrainingSettings& settings);

}  // namespace attentarium
