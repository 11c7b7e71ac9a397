#pragma once

#include <QString>

#include "engine/runs/history.h"
#include "engine/runs/run_setup.h"

namespace attentarium {

/// What two runs are told apart by.
struct ComparedRun {
    int number = 0;
    const RunSetup& setup;
    const History& history;
};

/// What differs between two runs, and what came of it: "Run 2 differs from run 1: dropout 0.1 (instead of 0). At step
/// 400 its held-out loss is 2.31, lower by 0.12."
QString comparisonText(const ComparedRun& run, const ComparedRun& other);

}  // namespace attentarium
