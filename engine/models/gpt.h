#pragma once

#include <memory>
#include <vector>

#include "engine/models/model.h"
#include "engine/nn/embedding_table.h"
#include "engine/nn/feed_forward.h"
#include "engine/nn/layer_norm.h"
#include "engine/nn/self_attention.h"

namespace attentarium {

/// The decoder-only transformer: learned positions, blocks of causal self-attention and feed-forward with the
/// LayerNorm before each (Radford et al., 2019), and an unembedding that may be tied to the embedding.
template <typename Scalar>
class Gpt final : public Model<Scalar> {
  public:
    explicit Gpt(const ModelConfig& config);

    void initialise(Random& random) override;
    Outputs run(Tape<Scalar>& tape, const Batch& batch) const override;

  private:
    struct Block {
        Block(ParameterSet<Scalar>& parameters, const std::string& name, const ModelConfig& config);
        Var operator()(Tape<Scalar>& tape, Var x) const;

        LayerNorm<Scalar> attentionNorm;
        SelfAttention<Scalar> attention;
        LayerNorm<Scalar> feedForwardNorm;
        FeedForward<Scalar> feedForward;
    };

    Var input(Tape<Scalar>& tape, const TokenRows& tokens) const;

    EmbeddingTable<Scalar> m_tokenEmbedding;
    EmbeddingTable<Scalar> m_positionEmbedding;
    std::vector<Block> m_blocks;
    LayerNorm<Scalar> m_finalNorm;
    std::unique_ptr<Linear<Scalar>> m_unembedding;  ///< null when tied
    std::vector<int> m_places;                      ///< 0, 1, 2, … for the position embedding
};

}  // namespace attentarium
