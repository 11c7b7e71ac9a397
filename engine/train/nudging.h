#pragma once

#include <memory>

#include "engine/models/model.h"
#include "engine/trace/nudge.h"
#include "engine/train/looked_batch.h"
#include "engine/train/training_settings.h"

namespace attentarium {

/// Checks gradients by trying: the model runs anew, whole and in double, with one cell moved a little. Everything
/// computed from the cell moves with it; nothing else does.
class Nudging {
  public:
    /// Runs a copy of `model` on `text` once, forward and backward. Throws as `look` does.
    Nudging(const Model<float>& model, TracedText text, const TrainingSettings& settings = {},
            const Interventions& interventions = {});
    ~Nudging();
    Nudging(const Nudging&) = delete;
    Nudging& operator=(const Nudging&) = delete;

    /// `node` of the trace that `look` makes of the same model, text, settings and interventions; the loss depends on
    /// it. Throws `LogicError` for one that it does not depend on and for cells that are not there.
    Nudge operator()(Var node, std::int64_t cell);

  private:
    double lossWith(Var node, std::int64_t cell, double moved);

    LookedBatch m_batch;
    TrainingSettings m_settings;
    std::unique_ptr<Model<double>> m_model;
    Parallel m_parallel{1};
    Tape<double> m_asIs{Purpose::Looking, m_parallel};
    Tape<double> m_moved{Purpose::Looking, m_parallel};
};

}  // namespace attentarium
