#include "engine/train/objective.h"

#include <algorithm>

#include "engine/ops/add.h"
#include "engine/ops/cross_entropy.h"
#include "engine/ops/mean.h"
#include "engine/ops/pick_rows.h"
#include "engine/ops/scale.h"
#include "engine/ops/softmax.h"

namespace attentarium {
namespace {

template <typename Scalar>
Outputs outputsOf(Tape<Scalar>& tape, const Model<Scalar>& model, const Batch& batch, Memory<Scalar>* memory) {
    if (!memory) return model.run(tape, batch);
    return {.hidden = {}, .logits = model.advance(tape, *memory, batch.tokens), .classLogits = {}};
}

/// The rows that targets belong to, each as often as it has one.
template <typename Scalar>
Var rowsOf(Tape<Scalar>& tape, Var x, std::span<const int> rows, Site site) {
    return rows.empty() ? x : tape.named(pickRows(tape, x, rows), site);
}

/// The mean cost of telling each target from the words drawn against it; none without a target.
template <typename Scalar>
Var meanSampledCost(Tape<Scalar>& tape, const Model<Scalar>& model, Var hidden, const TrainingBatch& batch) {
    const auto counted = static_cast<std::int64_t>(batch.targets.size()) - std::ranges::count(batch.targets, kNoTarget);
    if (counted == 0) return {};
    const Var pairs = rowsOf(tape, hidden, batch.rows, Site::PairVectors);
    const Var losses = model.sampledLosses(tape, pairs, batch.candidates);
    tape.named(losses, batch.rows.empty() ? Site::TokenLosses : Site::PairLosses);
    return tape.named(mean(tape, losses, counted), Site::Loss);
}

/// The mean cross-entropy of the rows that have a target; none when none has.
template <typename Scalar>
Var meanCost(Tape<Scalar>& tape, Var logits, std::span<const int> targets, double smoothing, Site costs, Site mean_) {
    const auto counted = static_cast<std::int64_t>(targets.size()) - std::ranges::count(targets, kNoTarget);
    if (!logits || counted == 0) return {};
    return tape.named(mean(tape, tape.named(crossEntropy(tape, logits, targets, smoothing), costs), counted), mean_);
}

}  // namespace

template <typename Scalar>
Losses lossesOf(Tape<Scalar>& tape, const Model<Scalar>& model, const TrainingBatch& batch,
                const TrainingSettings& settings, Memory<Scalar>* memory) {
    Outputs outputs = outputsOf(tape, model, batch.inputs, memory);
    if (const auto temperature = outputs.logits ? tape.temperature() : std::nullopt) {
        outputs.logits = tape.named(scale(tape, outputs.logits, 1 / *temperature), Site::TemperedLogits);
    }
    const bool looking = tape.purpose() == Purpose::Looking;
    if (looking && outputs.logits) tape.named(softmax(tape, outputs.logits), Site::Probabilities);
    if (looking && outputs.classLogits) tape.named(softmax(tape, outputs.classLogits), Site::ClassProbabilities);

    Losses losses{.logits = outputs.logits, .tokenLoss = {}, .taskLoss = {}, .loss = {}};
    losses.taskLoss = meanCost(tape, outputs.classLogits, batch.labels, 0, Site::ClassLosses, Site::TaskLoss);
    if (batch.candidates.empty()) {
        const bool inPairs = outputs.logits && !batch.rows.empty();
        const Var logits = inPairs ? rowsOf(tape, outputs.logits, batch.rows, Site::PairLogits) : outputs.logits;
        losses.tokenLoss =
            meanCost(tape, logits, batch.targets, settings.labelSmoothing,
                     inPairs ? Site::PairLosses : Site::TokenLosses, losses.taskLoss ? Site::TokenLoss : Site::Loss);
    } else {
        losses.tokenLoss = meanSampledCost(tape, model, outputs.hidden, batch);
    }
    losses.loss = losses.tokenLoss ? losses.tokenLoss : losses.taskLoss;
    if (losses.tokenLoss && losses.taskLoss) {
        const Var weighted = scale(tape, losses.taskLoss, settings.taskWeight);
        losses.loss = tape.named(add(tape, losses.tokenLoss, weighted), Site::Loss);
    }
    return losses;
}

template Losses lossesOf(Tape<float>&, const Model<float>&, const TrainingBatch&, const TrainingSettings&,
                         Memory<float>*);
template Losses lossesOf(Tape<double>&, const Model<double>&, const TrainingBatch&, const TrainingSettings&,
                         Memory<double>*);

}  // namespace attentarium
