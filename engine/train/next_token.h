#pragma once

#include <span>

#include "engine/models/model.h"

namespace attentarium {

/// What the objective recorded.
struct NextTokenLoss {
    Var logits;
    Var loss;  ///< the mean over the targets that count, in nats; none when no target counts
};

/// Records `model` on `tokens` and the mean cost of each next token: cross-entropy against `targets`, one for each
/// token, `kNoTarget` where nothing follows. A tape for looking also gets the probabilities of the next token.
template <typename Scalar>
NextTokenLoss nextTokenLoss(Tape<Scalar>& tape, const Model<Scalar>& model, const TokenBatch& tokens,
                            std::span<const int> targets);

}  // namespace attentarium
