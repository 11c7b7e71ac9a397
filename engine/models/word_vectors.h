#pragma once

#include "engine/models/model.h"
#include "engine/nn/embedding_table.h"

namespace attentarium {

/// Word vectors (Mikolov et al., 2013a): `cbow` predicts each word from the mean of its neighbours' vectors, `skipgram`
/// the neighbours of each word from its own vector. Each word has two vectors, one to predict from, in
/// `token_embedding`, and one to be predicted by, in `output_embedding`. The logits at a place are about the word there
/// for `cbow` and about its neighbours for `skipgram`; `hidden` is what they are made from.
template <typename Scalar>
class WordVectors final : public Model<Scalar> {
  public:
    explicit WordVectors(const ModelConfig& config);

    void initialise(Random& random) override;
    Outputs run(Tape<Scalar>& tape, const Batch& batch) const override;
    Var sampledLosses(Tape<Scalar>& tape, Var hidden, std::span<const int> candidates) const override;

  private:
    EmbeddingTable<Scalar> m_tokenEmbedding;
    EmbeddingTable<Scalar> m_outputEmbedding;
};

}  // namespace attentarium
