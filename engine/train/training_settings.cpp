#include "engine/train/training_settings.h"

#include "engine/core/demand.h"

namespace attentarium {

void validate(const TrainingSettings& s) {
    demand("batch", s.batch, s.batch >= 1 && s.batch <= 65536, "from 1 to 65536");
    demand("steps", s.steps, s.steps >= 1 && s.steps <= 1'000'000'000, "from 1 to 1000000000");
    demand("warm-up", s.warmup, s.warmup >= 0, "0 or more");
    demand("learning rate", s.peakRate, s.peakRate > 0 && s.peakRate <= 10, "above 0 and at most 10");
    demand("final rate", s.finalRate, s.finalRate >= 0 && s.finalRate <= s.peakRate, "from 0 to the learning rate");
    demand("beta 1", s.beta1, s.beta1 >= 0 && s.beta1 < 1, "from 0 to below 1");
    demand("beta 2", s.beta2, s.beta2 >= 0 && s.beta2 < 1, "from 0 to below 1");
    demand("epsilon", s.epsilon, s.epsilon > 0 && s.epsilon <= 1, "above 0 and at most 1");
    demand("weight decay", s.weightDecay, s.weightDecay >= 0 && s.weightDecay <= 100, "from 0 to 100");
    demand("clip", s.clip, s.clip > 0 && s.clip <= 1e6, "above 0 and at most 1000000");
}

}  // namespace attentarium
