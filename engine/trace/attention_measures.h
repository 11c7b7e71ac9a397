#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/trace/attention_layers.h"

namespace attentarium {

/// A matrix of attention that no tensor of the trace holds: a mean, a maximum, a rollout. Row-major, [rows, columns].
struct AttentionMatrix {
    int rows = 0;
    int columns = 0;
    std::vector<float> values;

    std::span<const float> row(int i) const {
        return std::span(values).subspan(static_cast<std::size_t>(i) * static_cast<std::size_t>(columns),
                                         static_cast<std::size_t>(columns));
    }
};

enum class Combination { Mean, Maximum };

/// Cell by cell over all heads of `layers`, which have the same words on both sides; at least one.
AttentionMatrix combinedWeights(const Trace& trace, std::span<const AttentionLayer> layers, Combination combination);

/// How much of each word arrives at each place through all layers up to `layer`: attention rollout (Abnar & Zuidema
/// 2020, section 3). With W̄ the mean of a layer's heads, Â = ½ W̄ + ½ I, where the ½ I is the residual connection, and
/// the rollout of layer l is Â_l · Â_(l−1) · … · Â_1. `before` is the rollout of the layer before in the same stack of
/// self-attention; null for the first. [tokens, tokens]; every row sums to 1.
AttentionMatrix rolledThrough(const Trace& trace, const AttentionLayer& layer, const AttentionMatrix* before);

/// −Σ w · log₂ w in bits, of shares that sum to 1: 0 for one word alone, log₂ n for n words alike.
double entropyOf(std::span<const float> weights);

/// What a head does with one sentence.
struct HeadMeasure {
    double entropy = 0;              ///< the mean over its rows, in bits
    std::optional<double> distance;  ///< Σ_j w_ij · |i − j|, mean over its rows, in words; only within one text
};

/// One for each head of `layer`.
std::vector<HeadMeasure> measureHeads(const Trace& trace, const AttentionLayer& layer);

}  // namespace attentarium
