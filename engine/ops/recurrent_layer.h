#pragma once

#include <span>

#include "engine/ops/recurrent_cell.h"
#include "engine/tape/tape.h"

namespace attentarium {

/// What a recurrent layer computes with, gate beside gate in PyTorch's order.
struct RecurrentWeights {
    Var input;          ///< W [in, gates · width]
    Var inputBias;      ///< b [gates · width]
    Var recurrent;      ///< U [width, gates · width]
    Var recurrentBias;  ///< b′ [gates · width]
};

/// The state between two time steps; none stands for zeros.
struct RecurrentState {
    Var hidden;  ///< [texts, width]
    Var cell;    ///< [texts, width], of `Lstm` alone
};

struct RecurrentSettings {
    RecurrentCell cell = RecurrentCell::Lstm;
    bool reversed = false;                  ///< from the last token of each text to its first
    std::span<const std::int64_t> lengths;  ///< of each text: its state stays as it is at padding; empty: all are whole
    std::int64_t firstTime = 0;             ///< the number of the first time step in names
};

struct RecurrentStates {
    Var hidden;          ///< of every time step, in the shape of x
    RecurrentState end;  ///< after the step that came last
};

/// Tokens as rows of a matrix: x[b, t] = matrix[ids[b, t]].
struct EmbeddedTokens {
    Var matrix;                ///< [vocabulary, in]
    std::span<const int> ids;  ///< texts × length
    std::int64_t texts = 1;

    std::int64_t length() const { return static_cast<std::int64_t>(ids.size()) / texts; }
};

/// One layer of a recurrent network over x [texts, length, in], one direction; or over one time step [texts, in], whose
/// hidden state is then [texts, width]. A tape for training gets one node for
/// all time steps, and one for each state at the end that is asked for; a tape for looking gets a named node for every
/// gate, sum and state, in scopes `t.0`, `t.1`, … Both have the same hidden states to the bit. Gradients agree to 1e-6:
/// in one op the weights' are one sum over all time steps, otherwise a sum for each step added to the next.
template <typename Scalar>
RecurrentStates recurrentLayer(Tape<Scalar>& tape, Var x, const RecurrentWeights& weights, const RecurrentState& begin,
                               const RecurrentSettings& settings, bool wantsEnd);

/// The same over tokens, on a tape for training only: where a vocabulary is small beside the batch, matrix · W is made
/// once for each word instead of once for each token, with the same bits.
template <typename Scalar>
RecurrentStates recurrentLayer(Tape<Scalar>& tape, const EmbeddedTokens& tokens, const RecurrentWeights& weights,
                               const RecurrentState& begin, const RecurrentSettings& settings, bool wantsEnd);

/// The same on any tape, step by step.
template <typename Scalar>
RecurrentStates recurrentSteps(Tape<Scalar>& tape, Var x, const RecurrentWeights& weights, RecurrentState state,
                               const RecurrentSettings& settings);

}  // namespace attentarium
