#pragma once

#include <optional>

#include "engine/nn/feed_forward.h"
#include "engine/nn/multi_head_attention.h"
#include "engine/nn/normalisation.h"

namespace attentarium {

enum class CrossAttention { Without, With };

/// The sizes and choices of a block.
struct BlockSettings {
    std::int64_t width = 0;
    std::int64_t hidden = 0;
    std::int64_t heads = 1;
    std::int64_t keyValueHeads = 0;  ///< 0: as many as heads
    bool alibi = false;
    Norm norm = Norm::LayerNorm;
    NormPlace normPlace = NormPlace::Before;
    Activation activation = Activation::Gelu;
    CrossAttention cross = CrossAttention::Without;
};

/// The standard deviations of fresh weights.
struct FreshWeights {
    double deviation = 0;
    double residualDeviation = 0;  ///< of those whose result is added to what comes in
};

/// What a block keeps of earlier tokens and of the source.
template <typename Scalar>
struct BlockMemory {
    KeyValueMemory<Scalar> own;
    KeyValueMemory<const Scalar> source;  ///< [texts, source length, key–value width]; empty when the source is at hand
};

/// What surrounds the tokens that are read.
template <typename Scalar>
struct Surroundings {
    KeyVisibility visibility;                     ///< of the tokens among themselves
    TensorView<const Scalar> turns;               ///< of `rotary`, empty without rotary positions
    Var source;                                   ///< for cross-attention, unless the memory has its keys
    std::span<const std::int64_t> sourceLengths;  ///< of each text; empty: all whole
    std::span<const BlockMemory<Scalar>> memory;  ///< of each block; empty when nothing is kept
};

/// One layer of a transformer: self-attention, in a decoder cross-attention, and a feed-forward network, each added to
/// what came in, with the normalisation before each part (Radford et al., 2019) or after each sum (Vaswani et al.,
/// 2017). Dropout falls on what is added (Vaswani et al., 2017, section 5.4).
template <typename Scalar>
class TransformerBlock {
  public:
    TransformerBlock(ParameterSet<Scalar>& parameters, const std::string& name, const BlockSettings& settings);

    void initialise(Random& random, const FreshWeights& fresh);
    /// For x [batch, token, width], the same shape.
    Var operator()(Tape<Scalar>& tape, Var x, const Surroundings<Scalar>& around,
                   const BlockMemory<Scalar>& memory) const;
    /// The keys and values that cross-attention finds in the source.
    KeyValue offeredBySource(Tape<Scalar>& tape, Var source) const;

  private:
    template <typename Part>
    Var added(Tape<Scalar>& tape, Var x, std::string_view name, std::string_view normName,
              const Normalisation<Scalar>& norm, Site residual, const Part& part) const;

    NormPlace m_normPlace;
    Normalisation<Scalar> m_attentionNorm;
    MultiHeadAttention<Scalar> m_attention;
    std::optional<Normalisation<Scalar>> m_crossAttentionNorm;
    std::optional<MultiHeadAttention<Scalar>> m_crossAttention;
    Normalisation<Scalar> m_feedForwardNorm;
    FeedForward<Scalar> m_feedForward;
};

}  // namespace attentarium
