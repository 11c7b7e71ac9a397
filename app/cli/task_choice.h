#pragma once

#include <CLI/App.hpp>
#include <optional>
#include <string>

#include "engine/text/tasks/task_options.h"

namespace attentarium::cli {

/// Which task to learn, as `train` takes it.
class TaskChoice {
  public:
    /// Must outlive the parsing.
    void addTo(CLI::App& command);

    bool isMade() const { return !m_name.empty(); }
    /// Nothing where no task was named. Throws `Error` where there is none of that name or an option is impossible,
    /// `UsageError` for an option that the task does not read.
    std::optional<TaskOptions> chosen(Language language, std::uint64_t seed) const;
    /// Refuses what was typed and is not the checkpoint's.
    void demandAgreement(const std::optional<TaskOptions>& stored) const;

  private:
    const CLI::App* m_command = nullptr;
    std::string m_name;
    TaskOptions m_typed;
};

/// Adds options for the lengths of a task's questions, to be tested beyond what was learned. Must outlive the parsing.
class LengthOptions {
  public:
    void addTo(CLI::App& command);
    /// `options` with the lengths that were typed. Throws `UsageError` for a task without lengths.
    TaskOptions applied(TaskOptions options) const;
    /// For a model that learned no task: throws `UsageError` where a length was typed.
    void demandUntyped() const;

  private:
    const CLI::App* m_command = nullptr;
    TaskOptions m_typed;
};

}  // namespace attentarium::cli
