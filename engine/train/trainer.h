#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/models/model.h"
#include "engine/train/adamw.h"
#include "engine/train/training_settings.h"
#include "engine/train/window_sampler.h"

namespace attentarium {

/// Everything that a training run needs besides the parameters to go on as if it had never stopped.
struct TrainingState {
    std::int64_t stepsDone = 0;
    Random::State random{};
    std::vector<Tensor<float>> firstMoments;
    std::vector<Tensor<float>> secondMoments;
};

/// Trains a model step by step on the calling thread and `parallel`. It has no loop and no clock of its own.
class Trainer {
  public:
    struct StepResult {
        double loss = 0;  ///< of this batch before the update, nats per token
        double learningRate = 0;
        double gradientNorm = 0;  ///< before clipping
    };

    /// All of `model`, `training` and `parallel` must outlive the trainer. `starts` as in `WindowSampler`.
    /// Throws `Error` for settings or a text that cannot be trained with.
    Trainer(Model<float>& model, std::span<const int> training, std::vector<std::int64_t> starts,
            const TrainingSettings& settings, Parallel& parallel);

    /// One batch: forward, backward, update. Throws `Error` with `LossNotFinite`, before any parameter has changed,
    /// when the loss or the gradient is no longer a number.
    StepResult step();

    std::int64_t stepsDone() const { return m_optimizer.steps(); }
    TrainingState state() const;
    void restore(const TrainingState& state);

    const TrainingSettings& settings() const { return m_settings; }
    /// Bytes held by the tape.
    std::size_t tapeCapacity() const { return m_tape.capacity(); }

  private:
    [[noreturn]] void reportNotFinite() const;

    Model<float>& m_model;
    TrainingSettings m_settings;
    Parallel& m_parallel;
    WindowSampler m_sampler;
    AdamW<float> m_optimizer;
    Tape<float> m_tape;
    std::vector<int> m_ids;
    std::vector<int> m_targets;
    std::vector<TensorView<float>> m_gradients;
};

/// The gradient of each parameter on the tape, by ordinal; empty for one that was not used.
template <typename Scalar>
void gradientsByOrdinal(const Tape<Scalar>& tape, std::vector<TensorView<Scalar>>& gradients);

}  // namespace attentarium
