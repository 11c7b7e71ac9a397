#include "engine/train/learning_rate.h"

#include <cmath>
#include <numbers>

namespace attentarium {

double learningRateAt(const TrainingSettings& settings, std::int64_t step) {
    if (step < settings.warmup) {
        return settings.peakRate * static_cast<double>(step + 1) / static_cast<double>(settings.warmup + 1);
    }
    if (step >= settings.steps) return settings.finalRate;
    const double share =
        static_cast<double>(step - settings.warmup) / static_cast<double>(settings.steps - settings.warmup);
    return settings.finalRate +
           (settings.peakRate - settings.finalRate) * 0.5 * (1 + std::cos(std::numbers::pi * share));
}

}  // namespace attentarium
