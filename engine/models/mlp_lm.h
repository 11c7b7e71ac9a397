#pragma once

#include <memory>

#include "engine/models/model.h"
#include "engine/nn/embedding_table.h"
#include "engine/nn/linear.h"

namespace attentarium {

/// The feed-forward neural language model (Bengio et al., 2003, equation 1): the embeddings x of the last `window`
/// words side by side, and logits = b + tanh(x · H + d) · U, plus x · D where the config has a direct link. Before the
/// beginning of a text x holds zeros, as if there were words that say nothing. `hidden` is the tanh.
template <typename Scalar>
class MlpLm final : public Model<Scalar> {
  public:
    explicit MlpLm(const ModelConfig& config);

    void initialise(Random& random) override;
    Outputs run(Tape<Scalar>& tape, const Batch& batch) const override;

  private:
    EmbeddingTable<Scalar> m_tokenEmbedding;
    Linear<Scalar> m_hidden;
    Linear<Scalar> m_unembedding;
    std::unique_ptr<Linear<Scalar>> m_direct;  ///< null without a direct link
};

}  // namespace attentarium
