#pragma once

#include <cstdint>

#include "engine/core/parallel.h"
#include "engine/runs/run_setup.h"

namespace attentarium {

/// What a run will take.
struct RunEstimate {
    std::int64_t parameters = 0;
    std::int64_t vocabulary = 0;
    std::int64_t stepsInEpoch = 0;  ///< that see as many tokens or examples as there are to learn from
    double bytes = 0;               ///< of memory, while it trains
    double secondsPerStep = 0;      ///< measured on this machine, just now

    bool operator==(const RunEstimate&) const = default;
};

/// Steps that see as many tokens, or examples, as there are to learn from.
std::int64_t stepsInEpoch(const Material& material, std::int64_t context, const TrainingSettings& settings);

/// Prepares the run and does a few steps of it, which are then forgotten. Throws `Error` as `prepared`.
RunEstimate estimate(const RunSetup& setup, Parallel& parallel);

}  // namespace attentarium
