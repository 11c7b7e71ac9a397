#pragma once

#include <CLI/App.hpp>
#include <string>

#include "engine/models/model_config.h"

namespace attentarium::cli {

/// The family and the sizes of a model, as `train` and `bench` take them. What is not typed is as its family has it.
class ModelOptions {
  public:
    /// `vocabulary` says whether its size can be typed, or comes from what is learned. Must outlive the parsing.
    void addTo(CLI::App& command, bool vocabulary);

    /// Throws `Error` with FamilyUnknown.
    Family family() const;
    /// Throws `Error` with FamilyUnknown, `UsageError` for an option that the family does not use.
    ModelConfig chosen() const;
    bool isTyped(const std::string& option) const;
    /// Refuses what was typed and is not the checkpoint's.
    void demandAgreement(const ModelConfig& stored) const;

  private:
    const CLI::App* m_command = nullptr;
    std::string m_family{nameOf(Family::Gpt)};
    ModelConfig m_typed;
};

}  // namespace attentarium::cli
