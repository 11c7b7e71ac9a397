#pragma once

#include <span>

#include "engine/models/memory.h"
#include "engine/nn/recurrent_stack.h"

/// What `rnn`, `lstm`, `gru` and `seq2seq` remember: for each layer its hidden state and, of an LSTM, its cell state,
/// each [texts, width]; these tensors come first.
namespace attentarium {

/// Zeros for every layer.
template <typename Scalar>
Memory<Scalar> freshMemory(RecurrentCell cell, std::int64_t layers, std::int64_t texts, std::int64_t width);

/// A copy of a tensor of the memory on the tape, which no gradient leaves and which later changes do not reach.
template <typename Scalar>
Var recalled(Tape<Scalar>& tape, const Tensor<Scalar>& tensor);
/// The states of all layers on the tape, named as where they begin.
template <typename Scalar>
LayerStates recalledStates(Tape<Scalar>& tape, const Memory<Scalar>& memory, const RecurrentStack<Scalar>& stack);
/// Puts the states of all layers in the memory.
template <typename Scalar>
void keepStates(const Tape<Scalar>& tape, const LayerStates& states, const RecurrentStack<Scalar>& stack,
                Memory<Scalar>& memory);

}  // namespace attentarium
