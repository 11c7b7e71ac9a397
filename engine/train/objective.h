#pragma once

#include <span>

#include "engine/models/model.h"
#include "engine/train/training_batch.h"
#include "engine/train/training_settings.h"

namespace attentarium {

/// What the objective recorded.
struct Losses {
    Var logits;
    Var tokenLoss;  ///< the mean over the targets that count, in nats; none when no target counts
    Var taskLoss;   ///< the mean over the texts that have a label, in nats; none without labels
    Var loss;       ///< tokens + λ · task, or the one that is there; none when there is neither
};

/// Records `model` on a batch and its loss: cross-entropy of the tokens' targets and of the texts' labels, joined as
/// in Radford et al. (2018), equation 5. With a memory the texts go on from what it holds, and it then holds them too.
/// A tape for looking also gets the probabilities.
template <typename Scalar>
Losses lossesOf(Tape<Scalar>& tape, const Model<Scalar>& model, const TrainingBatch& batch,
                const TrainingSettings& settings, Memory<Scalar>* memory = nullptr);

}  // namespace attentarium
