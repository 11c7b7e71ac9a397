#pragma once

#include <optional>
#include <vector>

#include "engine/models/model.h"
#include "engine/nn/embedding_table.h"
#include "engine/nn/recurrent_stack.h"
#include "engine/nn/source_attention.h"

namespace attentarium {

/// The recurrent encoder–decoder (Sutskever et al., 2014; Cho et al., 2014). The encoder reads the source, in one
/// direction or from both ends; its last states start the decoder, which is told the true tokens so far (teacher
/// forcing). It looks back at the encoder's states
///   None      not at all: all it knows of the source is where it starts
///   Additive  before each step, from its last state; the context vector joins what the step reads (Bahdanau et al.,
///             2015)
///   Dot,      after each step, from its new state (Luong et al., 2015)
///   General
/// and, but for None, predicts from the attentional state tanh([context; state] · W + b).
/// The states of both directions are projected to the decoder's width, for its start and for looking back.
template <typename Scalar>
class Seq2Seq final : public Model<Scalar> {
  public:
    explicit Seq2Seq(const ModelConfig& config);

    void initialise(Random& random) override;
    Outputs run(Tape<Scalar>& tape, const Batch& batch) const override;
    bool remembers() const override { return true; }
    /// After the decoder's states come, but for None, the encoder's states and, at Additive, their keys.
    Memory<Scalar> begin(Tape<Scalar>& tape, const TokenRows& source, std::int64_t texts) const override;
    Var advance(Tape<Scalar>& tape, Memory<Scalar>& memory, const TokenRows& tokens) const override;

  private:
    /// What turns a layer's last states of both directions into where the decoder's layer starts.
    struct Bridge {
        Linear<Scalar> hidden;
        std::optional<Linear<Scalar>> cell;
    };
    struct Encoded {
        AttendedSource source;
        LayerStates start;
    };
    struct Decoded {
        Var hidden;  ///< what the logits are made of
        LayerStates end;
    };

    Encoded encode(Tape<Scalar>& tape, const TokenRows& source) const;
    LayerStates bridged(Tape<Scalar>& tape, LayerStates states) const;
    Decoded decode(Tape<Scalar>& tape, const TokenRows& tokens, const Encoded& encoded, std::int64_t before,
                   bool wantsEnd) const;
    Decoded decodeStepByStep(Tape<Scalar>& tape, const TokenRows& tokens, const Encoded& encoded,
                             RecurrentRun run) const;
    Var joinedInput(Tape<Scalar>& tape, Var embedded, Var context, std::int64_t time, std::int64_t number) const;
    Var attentionalState(Tape<Scalar>& tape, Var context, Var states) const;
    Var logits(Tape<Scalar>& tape, Var hidden) const;

    EmbeddingTable<Scalar> m_sourceEmbedding;
    std::optional<RecurrentStack<Scalar>> m_encoder;
    std::optional<BidirectionalStack<Scalar>> m_bothWays;
    std::optional<Linear<Scalar>> m_projection;  ///< of both directions' states to be looked back at
    std::vector<Bridge> m_bridges;               ///< one for each layer, with both directions
    EmbeddingTable<Scalar> m_tokenEmbedding;
    RecurrentStack<Scalar> m_decoder;
    std::optional<SourceAttention<Scalar>> m_attention;
    std::optional<Linear<Scalar>> m_combination;  ///< of context and state
    Linear<Scalar> m_unembedding;
};

}  // namespace attentarium
