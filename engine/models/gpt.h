#pragma once

#include "engine/models/model.h"
#include "engine/models/transformer_parts.h"

namespace attentarium {

/// The decoder-only transformer: blocks of causal self-attention and feed-forward, by default with learned positions
/// and the LayerNorm before each part (Radford et al., 2019), and an unembedding that may be tied to the embedding.
/// With classes, the last token of a text tells its class (Radford et al., 2018).
template <typename Scalar>
class Gpt final : public Model<Scalar> {
  public:
    explicit Gpt(const ModelConfig& config);

    void initialise(Random& random) override;
    Outputs run(Tape<Scalar>& tape, const Batch& batch) const override;

    bool remembers() const override { return true; }
    Memory<Scalar> begin(Tape<Scalar>& tape, const TokenRows& source, std::int64_t texts) const override;
    Var advance(Tape<Scalar>& tape, Memory<Scalar>& memory, const TokenRows& tokens) const override;

  private:
    /// The hidden features of tokens that follow `before` others.
    Var hidden(Tape<Scalar>& tape, const TokenRows& tokens, std::int64_t before,
               std::span<const BlockMemory<Scalar>> memory) const;

    EmbeddingTable<Scalar> m_tokenEmbedding;
    TokenPlaces<Scalar> m_places;
    TransformerStack<Scalar> m_blocks;
    Unembedding<Scalar> m_unembedding;
    std::optional<Linear<Scalar>> m_classifier;
};

}  // namespace attentarium
