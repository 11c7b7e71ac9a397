#include "engine/runs/history.h"

namespace attentarium {

void History::cutAt(std::int64_t step) {
    std::erase_if(points, [step](const TrainingPoint& point) { return point.step > step; });
    std::erase_if(evaluations, [step](const Evaluation& evaluation) { return evaluation.step > step; });
    std::erase_if(changes, [step](const SettingsChange& change) { return change.step > step; });
}

}  // namespace attentarium
