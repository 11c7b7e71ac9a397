#pragma once

#include <CLI/App.hpp>

#include "engine/models/model_config.h"
#include "engine/train/training_settings.h"

namespace attentarium::cli {

/// How to train, as `train` takes it.
class SettingsOptions {
  public:
    /// Must outlive the parsing.
    void addTo(CLI::App& command);

    /// For a model of that configuration, learning a task or a corpus. Throws `UsageError` for an option that does not
    /// apply, `Error` for values that cannot be trained with.
    TrainingSettings chosen(const ModelConfig& config, bool task) const;
    /// Refuses what was typed and is not the checkpoint's.
    void demandAgreement(const TrainingSettings& stored) const;
    std::uint64_t seed() const { return m_typed.seed; }

  private:
    void demandApplies(const ModelConfig& config, const TrainingSettings& settings, bool task) const;

    const CLI::App* m_command = nullptr;
    TrainingSettings m_typed;
};

}  // namespace attentarium::cli
