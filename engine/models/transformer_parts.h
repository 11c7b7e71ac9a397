#pragma once

#include <optional>

#include "engine/models/batch.h"
#include "engine/models/memory.h"
#include "engine/models/model_config.h"
#include "engine/nn/token_places.h"
#include "engine/nn/transformer_stack.h"

/// What `gpt`, `bert` and `transformer` have in common.
namespace attentarium {

BlockSettings blockSettings(const ModelConfig& config, CrossAttention cross = CrossAttention::Without);

/// What token embeddings are multiplied by: √width beside sinusoidal positions and in `transformer` (Vaswani et al.,
/// 2017, section 3.4), else 1.
double embeddingScale(const ModelConfig& config);
/// The deviation of fresh embeddings: 0.02 as in GPT-2, or 1 / √width where they are scaled.
double embeddingDeviation(const ModelConfig& config);
/// As in GPT-2: 0.02, and less where a block adds to what came in. For `transformer` 1 / √width, which keeps the size
/// of what goes through.
FreshWeights freshWeights(const ModelConfig& config);

/// The embeddings of tokens that follow `before` others, with their places and, for `bert`, their segments: [texts,
/// length, width].
template <typename Scalar>
Var transformerInput(Tape<Scalar>& tape, const ModelConfig& config, const EmbeddingTable<Scalar>& embedding,
                     const TokenPlaces<Scalar>& places, const TokenRows& tokens, std::int64_t before = 0,
                     Var segments = {});

/// Logits from hidden features: the token embedding turned over when tied, else the parameter `unembedding.weight`.
template <typename Scalar>
class Unembedding {
  public:
    Unembedding(ParameterSet<Scalar>& parameters, const ModelConfig& config, const EmbeddingTable<Scalar>& embedding);

    void initialise(Random& random, double deviation);
    Var operator()(Tape<Scalar>& tape, Var hidden) const;

  private:
    const EmbeddingTable<Scalar>* m_embedding;
    std::optional<Linear<Scalar>> m_own;
};

/// The linear layer `classifier` from the features of one token to the logits of classes; none without classes.
template <typename Scalar>
std::optional<Linear<Scalar>> makeClassifier(ParameterSet<Scalar>& parameters, const ModelConfig& config);

/// A memory whose first tensors are the keys and values of each of `blocks` blocks, in turn, for no tokens yet.
template <typename Scalar>
Memory<Scalar> emptyMemory(const ModelConfig& config, std::int64_t texts);
/// Each block's part of `memory`, with room for `more` tokens. Lives as long as what is recorded on the tape.
template <typename Scalar>
std::span<BlockMemory<Scalar>> blockMemories(Tape<Scalar>& tape, const ModelConfig& config, Memory<Scalar>& memory,
                                             std::int64_t more);

}  // namespace attentarium
