#pragma once

#include <cstdint>

#include "engine/train/training_settings.h"

namespace attentarium {

/// The rate of step `step`, counted from 0: a straight rise over the warm-up, then half a cosine from the peak to the
/// final rate (Loshchilov and Hutter, 2017, without restarts).
double learningRateAt(const TrainingSettings& settings, std::int64_t step);

}  // namespace attentarium
