#pragma once

#include <optional>
#include <span>

#include "engine/nn/linear.h"

namespace attentarium {

/// How a seq2seq decoder looks back at its source: not at all, additively (Bahdanau et al., 2015), or by a dot product,
/// plain or with a matrix between (Luong et al., 2015).
enum class Alignment { None, Additive, Dot, General };

/// What a decoder looks back at.
struct AttendedSource {
    Var states;                             ///< of the encoder [texts, source length, width]
    Var keys;                               ///< what decoder states are compared with, of the same shape
    std::span<const std::int64_t> lengths;  ///< of the sources; what lies beyond is hidden. Empty: all are whole
};

/// Attention of a recurrent decoder, in the scope `alignment`: scores of its state with every state of the encoder,
///   Dot       state · h
///   General   (state · W) · h
///   Additive  v · tanh(state · W + b + h · U)
/// then weights = softmax(scores) and the context vector Σ weights · h.
/// Parameters `NAME.query.weight`, for `Additive` with `NAME.query.bias`, `NAME.key.weight` and `NAME.score.weight`.
template <typename Scalar>
class SourceAttention {
  public:
    /// `kind` is not `None`.
    SourceAttention(ParameterSet<Scalar>& parameters, const std::string& name, Alignment kind, std::int64_t width);

    void initialise(Random& random);
    /// What decoder states will be compared with, made once for a source.
    Var keys(Tape<Scalar>& tape, Var encoderStates) const;
    /// The context vectors for decoder states [texts, length, width], in their shape; not for `Additive`.
    Var operator()(Tape<Scalar>& tape, Var decoderStates, const AttendedSource& source) const;
    /// The context vector [texts, width] for the state before one time step, in the scope `alignment.t.TIME`; for
    /// `Additive`.
    Var lookBack(Tape<Scalar>& tape, Var decoderState, const AttendedSource& source, std::int64_t time) const;

  private:
    Var weighted(Tape<Scalar>& tape, Var scores, const AttendedSource& source) const;

    Alignment m_kind;
    std::int64_t m_width;
    std::optional<Linear<Scalar>> m_query;
    std::optional<Linear<Scalar>> m_key;
    Parameter<Scalar>* m_score = nullptr;
};

}  // namespace attentarium
