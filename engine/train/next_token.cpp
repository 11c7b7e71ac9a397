#include "engine/train/next_token.h"

#include <algorithm>

#include "engine/ops/cross_entropy.h"
#include "engine/ops/mean.h"
#include "engine/ops/softmax.h"

namespace attentarium {

template <typename Scalar>
NextTokenLoss nextTokenLoss(Tape<Scalar>& tape, const Model<Scalar>& model, const TokenBatch& tokens,
                            std::span<const int> targets) {
    const Var logits = model.logits(tape, tokens);
    if (tape.purpose() == Purpose::Looking) tape.named(softmax(tape, logits), Site::Probabilities);
    const auto counted = static_cast<std::int64_t>(targets.size()) - std::ranges::count(targets, kNoTarget);
    if (counted == 0) return {logits, {}};
    const Var losses = tape.named(crossEntropy(tape, logits, targets), Site::TokenLosses);
    return {logits, tape.named(mean(tape, losses, counted), Site::Loss)};
}

template NextTokenLoss nextTokenLoss(Tape<float>&, const Model<float>&, const TokenBatch&, std::span<const int>);
template NextTokenLoss nextTokenLoss(Tape<double>&, const Model<double>&, const TokenBatch&, std::span<const int>);

}  // namespace attentarium
