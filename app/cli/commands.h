#pragma once

#include <CLI/App.hpp>
#include <functional>

namespace attentarium::cli {

/// What the command line asked for. It writes results to stdout and progress to stderr, and throws `Error` where it
/// cannot.
using Run = std::function<void()>;

/// Each adds its command to `app`; when the command was given, `chosen` is set to it.
void addTrainCommand(CLI::App& app, Run& chosen);
void addEvaluateCommand(CLI::App& app, Run& chosen);
void addGenerateCommand(CLI::App& app, Run& chosen);
void addTraceCommand(CLI::App& app, Run& chosen);
void addInspectCommand(CLI::App& app, Run& chosen);
void addProbeCommand(CLI::App& app, Run& chosen);
void addWorldCommand(CLI::App& app, Run& chosen);
void addTokenizerCommand(CLI::App& app, Run& chosen);
void addCheckCommand(CLI::App& app, Run& chosen);
void addBenchCommand(CLI::App& app, Run& chosen);

}  // namespace attentarium::cli
