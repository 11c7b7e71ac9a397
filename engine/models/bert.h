#pragma once

#include "engine/models/model.h"
#include "engine/models/transformer_parts.h"

namespace attentarium {

/// The transformer encoder that fills in masked tokens (Devlin et al., 2019): embeddings of tokens, places and segments
/// added up and normalised, blocks in which every token sees all others, and a head that gives the logits of each
/// token. With classes, the first token of a text tells its class, through a dense layer with tanh.
template <typename Scalar>
class Bert final : public Model<Scalar> {
  public:
    explicit Bert(const ModelConfig& config);

    void initialise(Random& random) override;
    Outputs run(Tape<Scalar>& tape, const Batch& batch) const override;

  private:
    Var input(Tape<Scalar>& tape, const Batch& batch) const;
    Var maskedTokenLogits(Tape<Scalar>& tape, Var hidden) const;
    Var classLogits(Tape<Scalar>& tape, Var hidden) const;

    EmbeddingTable<Scalar> m_tokenEmbedding;
    TokenPlaces<Scalar> m_places;
    EmbeddingTable<Scalar> m_segmentEmbedding;
    Normalisation<Scalar> m_embeddingNorm;
    TransformerStack<Scalar> m_blocks;
    Linear<Scalar> m_dense;
    Normalisation<Scalar> m_denseNorm;
    Unembedding<Scalar> m_unembedding;
    std::optional<Linear<Scalar>> m_pooler;
    std::optional<Linear<Scalar>> m_classifier;
};

}  // namespace attentarium
