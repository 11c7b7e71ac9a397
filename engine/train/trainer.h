#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/models/model.h"
#include "engine/train/batch_source.h"
#include "engine/train/optimizer.h"
#include "engine/train/training_settings.h"

namespace attentarium {

/// Everything that a training run needs besides the parameters to go on as if it had never stopped.
struct TrainingState {
    std::int64_t stepsDone = 0;
    SourceState source;
    Memory<float> memory;                      ///< carried from batch to batch; empty where nothing is
    std::vector<Tensor<float>> firstMoments;   ///< of each parameter; empty where the optimizer keeps none
    std::vector<Tensor<float>> secondMoments;  ///< the same
};

/// Trains a model step by step on the calling thread and `parallel`. It has no loop and no clock of its own.
class Trainer {
  public:
    struct StepResult {
        double loss = 0;  ///< of this batch before the update, nats per token
        double learningRate = 0;
        double gradientNorm = 0;  ///< before clipping
    };

    /// All of `model`, `source` and `parallel` must outlive the trainer. A source that goes on from batch to batch
    /// needs a model that remembers. Throws `Error` for settings that cannot be trained with.
    Trainer(Model<float>& model, BatchSource& source, const TrainingSettings& settings, Parallel& parallel);

    /// One batch: forward, backward, update. Throws `Error` with `LossNotFinite`, before any parameter has changed,
    /// when the loss or the gradient is no longer a number.
    StepResult step();

    std::int64_t stepsDone() const { return m_optimizer.steps(); }
    TrainingState state() const;
    void restore(const TrainingState& state);

    const TrainingSettings& settings() const { return m_settings; }
    /// Norms of the gradients of the last step before clipping, by ordinal of the parameter; 0 for one that was not
    /// used, and for all before the first step.
    std::vector<double> gradientNorms() const;
    /// Bytes held by the tape.
    std::size_t tapeCapacity() const { return m_tape.capacity(); }

  private:
    Var recordLoss(const TrainingBatch& batch);

    Model<float>& m_model;
    BatchSource& m_source;
    TrainingSettings m_settings;
    Parallel& m_parallel;
    Optimizer<float> m_optimizer;
    Tape<float> m_tape;
    Memory<float> m_memory;
    std::vector<TensorView<float>> m_gradients;
};

/// The gradient of each parameter on the tape, by ordinal; empty for one that was not used.
template <typename Scalar>
void gradientsByOrdinal(const Tape<Scalar>& tape, std::vector<TensorView<Scalar>>& gradients);

}  // namespace attentarium
