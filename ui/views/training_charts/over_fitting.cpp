#include "ui/views/training_charts/over_fitting.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace attentarium {
namespace {

constexpr int kLeastMeasurements = 3;
// A rise of less could be chance.
constexpr double kLeastRise = 1.005;
constexpr std::size_t kSteps = 50;

/// The loss of what is learned from, as one sees it beside the held-out loss: the mean over the batches before; as it
/// was measured where there were none.
double trainingLoss(const History& history, const Evaluation& evaluation) {
    const auto behind = std::ranges::upper_bound(history.points, evaluation.step, {}, &TrainingPoint::step);
    const auto count = std::min<std::size_t>(kSteps, static_cast<std::size_t>(behind - history.points.begin()));
    double sum = 0;
    for (auto point = behind - static_cast<std::ptrdiff_t>(count); point != behind; ++point) sum += point->loss;
    if (count > 0) return sum / static_cast<double>(count);
    const auto measured = evaluation.measures.find("train_loss");
    return measured == evaluation.measures.end() ? INFINITY : measured->second;
}

}  // namespace

std::optional<OverFitting> overFittingOf(const History& history) {
    const Evaluation* best = nullptr;
    const Evaluation* last = nullptr;
    OverFitting found;
    for (const Evaluation& evaluation : history.evaluations) {
        const auto loss = evaluation.measures.find("held_out_loss");
        if (loss == evaluation.measures.end() || !std::isfinite(loss->second)) continue;
        last = &evaluation;
        found.lossNow = loss->second;
        ++found.measurements;
        if (best && loss->second >= found.bestLoss) continue;
        best = &evaluation;
        found.bestStep = evaluation.step;
        found.bestLoss = loss->second;
        found.measurements = 0;
    }
    if (!best || found.measurements < kLeastMeasurements || found.lossNow < found.bestLoss * kLeastRise) return {};
    if (trainingLoss(history, *last) >= trainingLoss(history, *best)) return {};
    return found;
}

}  // namespace attentarium
