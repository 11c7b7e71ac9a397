#pragma once

#include "app/cli/commands.h"

namespace attentarium::cli {

/// Parts of `bench`, each in a file of its own.
void addWordVectorBench(CLI::App& bench, Run& chosen);

}  // namespace attentarium::cli
