#pragma once

#include "app/cli/commands.h"

namespace attentarium::cli {

/// Adds `generate` to `bench`.
void addGenerateBench(CLI::App& bench, Run& chosen);
/// Adds `tokens` to `bench`.
void addTokensBench(CLI::App& bench, Run& chosen);

}  // namespace attentarium::cli
