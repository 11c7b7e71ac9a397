#pragma once

#include "engine/models/model.h"
#include "engine/models/transformer_parts.h"

namespace attentarium {

/// The encoder–decoder of Attention Is All You Need (Vaswani et al., 2017): an encoder whose tokens all see each other,
/// a decoder whose tokens see the earlier ones and the whole source, one embedding for both, scaled by √width. `layers`
/// counts the blocks of each side. By default positions are sinusoidal and the LayerNorm comes after each sum.
template <typename Scalar>
class Transformer final : public Model<Scalar> {
  public:
    explicit Transformer(const ModelConfig& config);

    void initialise(Random& random) override;
    Outputs run(Tape<Scalar>& tape, const Batch& batch) const override;

    bool remembers() const override { return true; }
    Memory<Scalar> begin(Tape<Scalar>& tape, const TokenRows& source, std::int64_t texts) const override;
    Var advance(Tape<Scalar>& tape, Memory<Scalar>& memory, const TokenRows& tokens) const override;

  private:
    Var encoded(Tape<Scalar>& tape, const TokenRows& source) const;
    /// The decoder's hidden features of tokens that follow `before` others; `around` holds what is known of the source
    /// and of earlier tokens.
    Var decoded(Tape<Scalar>& tape, const TokenRows& tokens, std::int64_t before, Surroundings<Scalar> around) const;

    EmbeddingTable<Scalar> m_tokenEmbedding;
    TokenPlaces<Scalar> m_sourcePlaces;
    TokenPlaces<Scalar> m_places;
    TransformerStack<Scalar> m_encoder;
    TransformerStack<Scalar> m_decoder;
    Unembedding<Scalar> m_unembedding;
};

}  // namespace attentarium
