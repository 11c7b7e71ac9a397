#pragma once

#include <optional>

#include "engine/runs/history.h"

namespace attentarium {

/// A run that learns its text by heart: since `bestStep` its held-out loss rises while its training loss falls.
struct OverFitting {
    std::int64_t bestStep = 0;
    double bestLoss = 0;   ///< held-out, then
    double lossNow = 0;    ///< held-out, at the last measurement
    int measurements = 0;  ///< since then
};

/// None while that cannot be said of at least three measurements.
std::optional<OverFitting> overFittingOf(const History& history);

}  // namespace attentarium
