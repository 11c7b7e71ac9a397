#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/trace/trace.h"

namespace attentarium {

/// One attention of a trace, all of its heads: which words look at which, and the numbers from the scores to the
/// weights.
struct AttentionLayer {
    enum class Kind {
        Self,       ///< words at all words of their own text
        Masked,     ///< words at themselves and those before them
        Cross,      ///< words of the answer at words of the source
        Alignment,  ///< the same, in a recurrent encoder–decoder
    };

    Kind kind = Kind::Self;
    int number = 0;           ///< among those of its kind, from 0
    std::vector<Var> stages;  ///< scores, scaled, biased, masked, weights: those that there are; the first time step's
    int heads = 1;
    int rows = 0;     ///< queries
    int columns = 0;  ///< keys

    Var weights() const { return stages.back(); }
    /// Whether queries and keys are the same words.
    bool looksAtItself() const { return kind == Kind::Self || kind == Kind::Masked; }
};

/// In the order in which they were computed. Weights that are computed time step by time step are one attention.
std::vector<AttentionLayer> attentionLayersOf(const Trace& trace);

/// What one query has of one head at a stage: a number for each key. Empty for gradients that there are none of.
std::span<const float> attentionRow(const Trace& trace, Var stage, Quantity quantity, int head, int row);
/// The cell of that row's number at `column`.
Cell attentionCell(const Trace& trace, Var stage, Quantity quantity, int head, int row, int column);
/// The scores behind the mask, −∞ where it hides a key from a query: of attention weights, or of those scores
/// themselves. None where there is no mask, and of other tensors.
std::optional<Var> maskBehind(const Trace& trace, Var node);
/// Whether the mask hides a key from a query.
bool isMaskedAway(const Trace& trace, const AttentionLayer& layer, int head, int row, int column);

}  // namespace attentarium
