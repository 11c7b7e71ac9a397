#pragma once

#include <memory>

#include "engine/core/parallel.h"
#include "engine/io/checkpoint.h"
#include "engine/runs/moment.h"
#include "engine/runs/run_setup.h"

namespace attentarium {

/// A run in progress, step by step on the calling thread. It has no loop, no clock and no thread of its own.
class TrainingRun {
  public:
    /// `parallel` must outlive the run. Throws `Error` for settings that cannot be trained with, and FileDamaged with
    /// TrainingStateImpossible where `run.state` is not one of this material.
    TrainingRun(PreparedRun run, Parallel& parallel);

    /// Throws `Error` LossNotFinite before any parameter has changed.
    Trainer::StepResult step() { return m_trainer->step(); }
    std::int64_t stepsDone() const { return m_trainer->stepsDone(); }
    /// Goes on with other settings. Moments stay where the optimizer is the same, else they begin at zero.
    void change(const TrainingSettings& settings);

    const TrainingSettings& settings() const { return m_run.settings; }
    const Model<float>& model() const { return *m_run.model; }
    const Material& material() const { return m_run.material; }
    /// Norms of the gradients of the last step, by ordinal of the parameter; 0 for one that was not used.
    std::vector<double> gradientNorms() const { return m_trainer->gradientNorms(); }

    /// Costs a copy of what the next step writes to, and no more.
    Moment moment() const;
    /// Goes to a moment of a run of the same model and material.
    void restore(const Moment& moment);

    /// As `TrainingData::measures`. Throws `Error` LossNotFinite where one is no number.
    std::map<std::string, double> measures(MeasuredPart part = MeasuredPart::Whole) const;
    /// The run as it can be saved and gone on with.
    Checkpoint checkpoint(const std::map<std::string, double>& measures) const;

  private:
    PreparedRun m_run;
    Parallel& m_parallel;
    std::unique_ptr<BatchSource> m_source;
    std::unique_ptr<Trainer> m_trainer;
};

/// A moment as a model to look at, without what training needs. It shares the moment's memory.
Checkpoint checkpointOf(const Material& material, const ModelConfig& config, const TrainingSettings& settings,
                        const Moment& moment);

}  // namespace attentarium
