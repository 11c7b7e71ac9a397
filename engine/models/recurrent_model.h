#pragma once

#include "engine/models/model.h"
#include "engine/nn/embedding_table.h"
#include "engine/nn/linear.h"
#include "engine/nn/recurrent_stack.h"

namespace attentarium {

/// The families `rnn`, `lstm` and `gru`: a recurrent language model (Mikolov et al., 2010) of embedding, one to four
/// recurrent layers and unembedding. It remembers the states of its layers.
template <typename Scalar>
class RecurrentModel final : public Model<Scalar> {
  public:
    explicit RecurrentModel(const ModelConfig& config);

    void initialise(Random& random) override;
    Outputs run(Tape<Scalar>& tape, const Batch& batch) const override;
    bool remembers() const override { return true; }
    Memory<Scalar> begin(Tape<Scalar>& tape, const TokenRows& source, std::int64_t texts) const override;
    Var advance(Tape<Scalar>& tape, Memory<Scalar>& memory, const TokenRows& tokens) const override;

  private:
    EmbeddedTokens embedded(Tape<Scalar>& tape, const TokenRows& tokens) const;

    EmbeddingTable<Scalar> m_tokenEmbedding;
    RecurrentStack<Scalar> m_stack;
    Linear<Scalar> m_unembedding;
};

}  // namespace attentarium
