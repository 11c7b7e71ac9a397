#pragma once

#include <array>

#include "engine/ops/recurrent_cell.h"

namespace attentarium {

/// A run of gates whose part of h · U is added in from column block `block` on of the memory for sums.
struct RecurrentSegment {
    std::int64_t gate;
    std::int64_t count;
    std::int64_t block;
};

/// One text at one time step; each pointer is a row of `width` features unless it says otherwise.
template <typename Scalar>
struct ForwardRow {
    Scalar* sums;  ///< `kBlocks` blocks: the sums before the gates, and afterwards the gates
    const Scalar* hiddenBefore;
    const Scalar* cellBefore;
    Scalar* hidden;
    Scalar* cell;
    Scalar* activatedCell;  ///< tanh of the cell state
};

template <typename Scalar>
struct BackwardRow {
    Scalar* gates;  ///< comes in as the forward left `sums`; goes out as the gradients of the sums
    const Scalar* hiddenBefore;
    const Scalar* cellBefore;
    const Scalar* hidden;
    const Scalar* activatedCell;
    Scalar* dhidden;  ///< comes in whole; goes out as what reaches the hidden state before without passing a sum
    Scalar* dcell;    ///< of this time step; goes out as that of the one before
};

/// h = tanh(s)
struct RnnRows {
    static constexpr RecurrentCell kCell = RecurrentCell::Rnn;
    static constexpr std::int64_t kBlocks = 1;
    static constexpr std::array<RecurrentSegment, 1> kSegments{{{0, 1, 0}}};

    template <typename Scalar>
    static void forward(const ForwardRow<Scalar>& row, std::int64_t width);
    template <typename Scalar>
    static void backward(const BackwardRow<Scalar>& row, std::int64_t width);
};

/// i = σ(s_i), f = σ(s_f), g = tanh(s_g), o = σ(s_o); c = f ⊙ c_before + i ⊙ g; h = o ⊙ tanh(c)
struct LstmRows {
    static constexpr RecurrentCell kCell = RecurrentCell::Lstm;
    static constexpr std::int64_t kBlocks = 4;
    static constexpr std::array<RecurrentSegment, 1> kSegments{{{0, 4, 0}}};

    template <typename Scalar>
    static void forward(const ForwardRow<Scalar>& row, std::int64_t width);
    template <typename Scalar>
    static void backward(const BackwardRow<Scalar>& row, std::int64_t width);
};

/// r = σ(s_r), z = σ(s_z), n = tanh(s_n + r ⊙ m); h = (1 − z) ⊙ n + z ⊙ h_before. The reset gate works on m, the
/// candidate's part of h · U, which therefore has a block of its own (Cho et al., 2014, as in PyTorch).
struct GruRows {
    static constexpr RecurrentCell kCell = RecurrentCell::Gru;
    static constexpr std::int64_t kBlocks = 4;
    static constexpr std::array<RecurrentSegment, 2> kSegments{{{0, 2, 0}, {2, 1, 3}}};

    template <typename Scalar>
    static void forward(const ForwardRow<Scalar>& row, std::int64_t width);
    template <typename Scalar>
    static void backward(const BackwardRow<Scalar>& row, std::int64_t width);
};

}  // namespace attentarium
