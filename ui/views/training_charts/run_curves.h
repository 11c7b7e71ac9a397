#pragma once

#include <span>
#include <vector>

#include "engine/runs/history.h"
#include "ui/views/training_charts/curve.h"

namespace attentarium {

/// A run whose curves are shown.
struct ShownRun {
    int number = 0;
    const History* history = nullptr;
};

// The lines of each chart. The first run is the current one; where there are several, each line says whose it is.

/// The loss of each batch, pale, of the first run only; then for each run the same smoothed over `steps` steps, and the
/// held-out loss.
std::vector<Curve> lossCurves(std::span<const ShownRun> runs, double steps);
/// For each kind of knowledge the share of questions that were answered rightly; `withReachable`: named with what
/// guessing and the best answers would reach, as far as that is known and one run is shown.
std::vector<Curve> knowledgeCurves(std::span<const ShownRun> runs, bool withReachable = false);
/// What else is measured as a share: accuracy, exact match, and the head that knows pronouns best.
std::vector<Curve> shareCurves(std::span<const ShownRun> runs);
std::vector<Curve> rateCurves(std::span<const ShownRun> runs);
/// The norm of all gradients together, smoothed over `steps` steps; of the first run also that of each layer.
std::vector<Curve> gradientCurves(std::span<const ShownRun> runs, double steps);

/// Changed settings, as lines with their words.
std::vector<StepMark> changeMarks(const History& history);

}  // namespace attentarium
