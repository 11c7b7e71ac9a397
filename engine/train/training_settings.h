#pragma once

#include <cstdint>

namespace attentarium {

/// How a model is trained. The defaults are the published recipe of a small character model.
struct TrainingSettings {
    std::int64_t batch = 12;    ///< texts in each step
    std::int64_t steps = 2000;  ///< in all; fixes the schedule
    std::int64_t warmup = 100;  ///< steps over which the rate rises from zero
    double peakRate = 1e-3;
    double finalRate = 1e-4;
    double beta1 = 0.9;
    double beta2 = 0.99;
    double epsilon = 1e-8;
    double weightDecay = 0.1;  ///< on matrices only
    double clip = 1.0;         ///< largest norm of all gradients together
    std::uint64_t seed = 1;

    bool operator==(const TrainingSettings&) const = default;
};

/// Refuses impossible settings by name and value, NaN included: throws `Error` with `OptionOutOfRange`.
void validate(const TrainingSettings& settings);

}  // namespace attentarium
