#pragma once

#include <QString>
#include <QStringList>

#include "engine/core/error.h"
#include "engine/trace/trace.h"

namespace attentarium {

// The words for what the engine names, in the language of the interface. Paths count from 0, words from 1.

/// One sentence for an error of the world: what, where, and what to do.
QString sentenceFor(const Error& error);

/// The words that a trace was made from, one for each token.
struct SentenceWords {
    SentenceWords(QStringList ofTokens = {}, QStringList ofSource = {})
        : tokens(std::move(ofTokens)), source(std::move(ofSource)) {}

    /// The words along a node's axis of tokens or key tokens.
    const QStringList& along(const Trace& trace, Var node, Axis axis) const {
        return trace.sideOf(node, axis) == TextSide::Source ? source : tokens;
    }

    QStringList tokens;
    QStringList source;
};

/// "attention weights", "query", "logits".
QString titleOf(Site site);
/// What a named tensor or parameter is called, without its place: "attention weights", "query weight matrix".
QString titleOf(const Trace& trace, Var node);
/// Its place: "decoder › block 1 › attention", "layer 2 › time step 3"; empty where there is none to tell.
QString placeOf(const Trace& trace, Var node);
/// The formula that computes the tensor, in mathematical letters: "weights = softmax(masked scores)".
QString formulaOf(const Trace& trace, Var node);
/// The rule that gives its gradient, for the op or ops that used it: "dL/dx = dL/dy · Wᵀ".
QString gradientFormulaOf(const Trace& trace, Var node);
/// The title and the formula of a step: of a gradient in the backward phase, of an optimizer step in the update.
QString titleOf(const Trace& trace, const Step& step);
QString formulaOf(const Trace& trace, const Step& step);
/// Two or three plain sentences on what happens in the step and why, for a learner.
QString storyOf(const Trace& trace, const Step& step);
/// "forward", "loss", "backward", "update".
QString nameOf(Phase phase);

/// What a class is called that a task names so: "positive", "balanced"; "class 3" where it has no name.
QString classTitle(std::string_view name, int number);

/// The word of a pair of word vectors and, where it is a word of the sentence, its neighbour: `fox → saw`.
QString pairPlace(const Trace& trace, std::int64_t pair, const SentenceWords& words);
/// The names of one cell's place: `she → fox, head 3` for attention, `she, feature 12` otherwise.
QString cellPlace(const Trace& trace, Var node, std::int64_t cell, const SentenceWords& words);
/// The engine's own name of a cell: `blocks.0.attention.weights[2, 8, 2]`.
QString cellAddress(const Trace& trace, Var node, std::int64_t cell);

}  // namespace attentarium
