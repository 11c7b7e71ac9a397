#pragma once

#include <array>
#include <cstdint>

namespace attentarium {

/// What happens at each time step of a recurrent network: tanh of one sum (Elman, 1990), a long short-term memory
/// (Hochreiter and Schmidhuber, 1997; with forget gate, Gers et al., 2000) or a gated recurrent unit (Cho et al.,
/// 2014).
enum class RecurrentCell { Rnn, Lstm, Gru };

/// The blocks of `width` columns in a cell's weights, in PyTorch's order: input gate, forget gate, candidate and output
/// gate of `Lstm`; reset gate, update gate and candidate of `Gru`.
constexpr std::int64_t gatesOf(RecurrentCell cell) {
    switch (cell) {
        case RecurrentCell::Rnn:
            return 1;
        case RecurrentCell::Lstm:
            return 4;
        case RecurrentCell::Gru:
            return 3;
    }
    return 0;
}

/// Whether the cell remembers more than it shows: a cell state beside the hidden state.
constexpr bool hasCellState(RecurrentCell cell) {
    return cell == RecurrentCell::Lstm;
}

}  // namespace attentarium
