#pragma once

#include <QStringList>

#include "ui/views/attention/attention_choices.h"
#include "ui/views/matrix_image.h"

namespace attentarium {

/// One matrix of attention with the words on its two sides.
struct AttentionPicture {
    MatrixNumbers numbers;
    std::shared_ptr<const AttentionMatrix> own;  ///< keeps numbers alive that no tensor holds
    std::shared_ptr<const Trace> trace;          ///< and the tensors
    QStringList rowWords, columnWords;
    QString title;          ///< "block 1 · head 3 · attention weights"
    bool isOneHead = true;  ///< its cells are cells of a tensor

    bool isEmpty() const { return numbers.isEmpty(); }
};

/// What the choices show; empty while it is not known yet, as a rollout that is being worked out.
AttentionPicture pictureOf(const AttentionChoices& choices);
/// One head at the stage and quantity that are chosen, of any layer.
MatrixNumbers headNumbers(const AttentionChoices& choices, HeadPlace place);
/// The weights of a head, whatever stage is shown.
std::span<const float> weightsRow(const AttentionChoices& choices, int head, int row);

/// All heads of the group in the chosen order.
std::vector<HeadPlace> orderedHeads(const AttentionChoices& choices);
/// What a head has by the chosen order, or none.
std::optional<double> measureOf(const AttentionChoices& choices, HeadPlace place, HeadOrder order);
/// As text: "61 %", "1.58 bits", "2.3 words"; empty where there is none.
QString measureText(const AttentionChoices& choices, HeadPlace place, HeadOrder order);
/// The role that more than half of a head's weight goes to; none where it has none.
std::optional<HeadOrder> roleOf(const AttentionChoices& choices, HeadPlace place);

/// "previous word", "entropy".
QString titleOf(HeadOrder order);
QString titleOf(HeadMix mix);
/// "self-attention", "cross-attention", "alignment".
QString titleOf(const AttentionGroup& group, const AttentionChoices& choices);
/// "1.3" for head 3 of layer 1.
QString shortName(const AttentionChoices& choices, HeadPlace place);
/// "block 1, head 3".
QString longName(const AttentionChoices& choices, HeadPlace place);
/// What was done to the head in this run: "⊘ silent"; empty where nothing was.
QString remarkOn(const AttentionChoices& choices, HeadPlace place);
/// The short sign of a stage: "Q · Kᵀ", "÷ √d", "mask", "softmax".
QString stageSign(const Trace& trace, Var stage);

}  // namespace attentarium
