#include "engine/trace/update_record.h"

#include <cmath>

namespace attentarium {

UpdateExplanation explainUpdate(const UpdateSettings& settings, double before, double gradient, bool decays) {
    UpdateExplanation why;
    why.before = before;
    why.gradient = gradient;
    why.clipped = gradient * settings.clipFactor;
    const double sign = before > 0 ? 1 : before < 0 ? -1 : 0;
    why.penalty = decays ? settings.l1 * sign + settings.l2 * before : 0;
    const double g = why.clipped + why.penalty;
    switch (settings.optimizer) {
        case OptimizerKind::Sgd:
            why.after = before - settings.learningRate * g;
            break;
        case OptimizerKind::Momentum:
            why.firstMoment = g;
            why.after = before - settings.learningRate * why.firstMoment;
            break;
        case OptimizerKind::Adam:
        case OptimizerKind::AdamW:
            why.firstMoment = (1 - settings.beta1) * g;
            why.secondMoment = (1 - settings.beta2) * g * g;
            why.correctedFirst = why.firstMoment / (1 - settings.beta1);
            why.correctedSecond = why.secondMoment / (1 - settings.beta2);
            why.weightDecay = decays && settings.optimizer == OptimizerKind::AdamW ? settings.weightDecay : 0;
            why.after =
                before * (1 - settings.learningRate * why.weightDecay) -
                settings.learningRate * why.correctedFirst / (std::sqrt(why.correctedSecond) + settings.epsilon);
            break;
    }
    return why;
}

}  // namespace attentarium
