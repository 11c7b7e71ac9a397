#include "engine/ops/recurrent_layer.h"

#include <algorithm>
#include <cstring>

#include "engine/core/error.h"
#include "engine/core/packed_matrix.h"
#include "engine/ops/recurrent_rows.h"
#include "engine/ops/select_time.h"

namespace attentarium {
namespace {

constexpr std::size_t kX = 0, kInputWeight = 1, kInputBias = 2, kRecurrentWeight = 3, kRecurrentBias = 4, kHidden = 5,
                      kCell = 6;

/// The sizes of one recorded layer.
struct Extent {
    std::int64_t texts, length, in, width;
    bool reversed;
    std::span<const std::int64_t> lengths;

    std::int64_t rows() const { return texts * length; }
    /// The row, among all texts' tokens, of `text` at the time that comes `step`-th.
    std::int64_t row(std::int64_t text, std::int64_t step) const {
        return text * length + (reversed ? length - 1 - step : step);
    }
    bool isPadding(std::int64_t text, std::int64_t step) const {
        return !lengths.empty() && (reversed ? length - 1 - step : step) >= lengths[static_cast<std::size_t>(text)];
    }
    /// Texts that go through time together, without waiting for the others: few pieces, of rows enough to multiply
    /// by a matrix at once.
    std::int64_t textsPerPiece() const {
        const std::int64_t pieces = std::clamp<std::int64_t>(texts / 6, 1, 4);
        return (texts + pieces - 1) / pieces;
    }
    std::int64_t pieces() const { return (texts + textsPerPiece() - 1) / textsPerPiece(); }
};

/// What the forward keeps for the backward, one row of `width` (or blocks of it) for each token.
template <typename Scalar>
struct Kept {
    Scalar* gates;          ///< kBlocks · width
    Scalar* hiddenBefore;   ///< the hidden state that came in
    Scalar* cell;           ///< of `Lstm` alone, as the next two
    Scalar* activatedCell;  ///< tanh of it
    Scalar* dcellAtEnd;     ///< [texts, width]: what reaches the cell state at the end from elsewhere; null: nothing
    const Scalar* zeros;    ///< one row
};

// s_t = x_t · W + b + h_before · U + b′, and from it the gates and states of the cell; see recurrent_rows.h.
template <typename Scalar, typename Rows>
class RecurrentLayer final : public Op<Scalar> {
  public:
    RecurrentLayer(const Extent& extent, const Kept<Scalar>& kept) : m_extent(extent), m_kept(kept) {}

    std::string_view name() const override { return "recurrent_layer"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto input = packed(pass.inputs[kInputWeight], 0, kGates, pass.scratch, Transpose::None);
        std::array<PackedMatrix<Scalar>, Rows::kSegments.size()> recurrent;
        for (std::size_t i = 0; i < recurrent.size(); ++i) {
            const RecurrentSegment& segment = Rows::kSegments[i];
            recurrent[i] =
                packed(pass.inputs[kRecurrentWeight], segment.gate, segment.count, pass.scratch, Transpose::None);
        }
        const std::span<Scalar> bias = pass.scratch.template allocate<Scalar>(blocks());
        joinBiases(pass.inputs[kInputBias].data, pass.inputs[kRecurrentBias].data, bias);
        forEachRows(
            pass.parallel, m_extent.texts, m_extent.textsPerPiece(), [&](std::int64_t first, std::int64_t last) {
                const std::int64_t begin = first * m_extent.length, rows = (last - first) * m_extent.length;
                for (std::int64_t r = begin; r < begin + rows; ++r) std::ranges::copy(bias, gates(r));
                addProduct<Scalar>({pass.inputs[kX].data + begin * m_extent.in, rows, m_extent.in, m_extent.in}, input,
                                   {gates(begin), rows, kGates * width(), kBlocks * width()});
                for (std::int64_t step = 0; step < m_extent.length; ++step) {
                    for (std::int64_t text = first; text < last; ++text) {
                        std::copy_n(hiddenBefore(pass, text, step), width(),
                                    m_kept.hiddenBefore + m_extent.row(text, step) * width());
                    }
                    const std::int64_t row = m_extent.row(first, step);
                    for (std::size_t i = 0; i < recurrent.size(); ++i) {
                        addProduct<Scalar>(
                            {m_kept.hiddenBefore + row * width(), last - first, width(), m_extent.length * width()},
                            recurrent[i],
                            {gates(row) + Rows::kSegments[i].block * width(), last - first,
                             Rows::kSegments[i].count * width(), m_extent.length * kBlocks * width()});
                    }
                    for (std::int64_t text = first; text < last; ++text) forwardRow(pass, text, step);
                }
            });
    }

    // Forward went from step to step, so now the gradients come back from the last step to the first: ds from dh, then
    // dh_before += ds · Uᵀ. With ds of all steps, dx = ds · Wᵀ, dW = xᵀ · ds, dU = h_beforeᵀ · ds, and the biases get
    // the sums of ds.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const std::int64_t pieces = m_extent.pieces();
        Scalar* dsums = allocate(pass.scratch, m_extent.rows() * kBlocks * width());
        Scalar* dstates = allocate(pass.scratch, 2 * m_extent.texts * width());
        Scalar* dbiases = allocate(pass.scratch, pieces * kBlocks * width());
        std::fill_n(dstates, 2 * m_extent.texts * width(), Scalar{0});
        std::fill_n(dbiases, pieces * kBlocks * width(), Scalar{0});
        if (m_kept.dcellAtEnd) {
            std::copy_n(m_kept.dcellAtEnd, m_extent.texts * width(), dstates + m_extent.texts * width());
            std::fill_n(m_kept.dcellAtEnd, m_extent.texts * width(), Scalar{0});
        }
        const auto& dx = pass.inputGradients[kX];
        PackedMatrix<Scalar> input;
        if (dx) input = packed(pass.inputs[kInputWeight], 0, kGates, pass.scratch, Transpose::Right);
        std::array<PackedMatrix<Scalar>, Rows::kSegments.size()> recurrent;
        for (std::size_t i = 0; i < recurrent.size(); ++i) {
            const RecurrentSegment& segment = Rows::kSegments[i];
            recurrent[i] =
                packed(pass.inputs[kRecurrentWeight], segment.gate, segment.count, pass.scratch, Transpose::Right);
        }
        pass.parallel.forEach(pieces, [&](std::int64_t piece) {
            const std::int64_t first = piece * m_extent.textsPerPiece();
            const std::int64_t last = std::min(m_extent.texts, first + m_extent.textsPerPiece());
            Scalar* dhidden = dstates;
            Scalar* dcell = dstates + m_extent.texts * width();
            for (std::int64_t step = m_extent.length; step-- > 0;) {
                for (std::int64_t text = first; text < last; ++text) {
                    backwardRow(pass, text, step, dhidden + text * width(), dcell + text * width(), dsums);
                }
                const std::int64_t row = m_extent.row(first, step);
                for (std::size_t i = 0; i < recurrent.size(); ++i) {
                    addProduct<Scalar>({dsums + (row * kBlocks + Rows::kSegments[i].block) * width(), last - first,
                                        Rows::kSegments[i].count * width(), m_extent.length * kBlocks * width()},
                                       recurrent[i], {dhidden + first * width(), last - first, width(), width()});
                }
            }
            const std::int64_t begin = first * m_extent.length, rows = (last - first) * m_extent.length;
            if (dx) {
                addProduct<Scalar>({dsums + begin * kBlocks * width(), rows, kGates * width(), kBlocks * width()},
                                   input, {dx.data + begin * m_extent.in, rows, m_extent.in, m_extent.in});
            }
            Scalar* dbias = dbiases + piece * kBlocks * width();
            for (std::int64_t r = begin; r < begin + rows; ++r) {
                const Scalar* ds = dsums + r * kBlocks * width();
                for (std::int64_t j = 0; j < kBlocks * width(); ++j) dbias[j] += ds[j];
            }
        });
        addStart(pass, kHidden, dstates);
        addStart(pass, kCell, dstates + m_extent.texts * width());
        addWeightGradients(pass, dsums);
        addBiasGradients(pass, dbiases);
    }

    Explanation explainValue(const RecordedOp<Scalar>&, std::int64_t) const override {
        throw LogicError("[recurrent_layer] a tape for looking records its steps one by one");
    }
    Explanation explainGradient(const RecordedOp<Scalar>&, std::size_t, std::int64_t) const override {
        throw LogicError("[recurrent_layer] a tape for looking records its steps one by one");
    }

  private:
    static constexpr std::int64_t kGates = gatesOf(Rows::kCell);
    static constexpr std::int64_t kBlocks = Rows::kBlocks;

    std::int64_t width() const { return m_extent.width; }
    std::size_t blocks() const { return static_cast<std::size_t>(kBlocks * width()); }
    Scalar* gates(std::int64_t row) const { return m_kept.gates + row * kBlocks * width(); }
    static Scalar* allocate(Arena& arena, std::int64_t count) {
        return arena.allocate<Scalar>(static_cast<std::size_t>(count)).data();
    }
    /// The block of ds that holds what U's gate `gate` gets.
    static std::int64_t recurrentBlock(std::int64_t gate) {
        for (const RecurrentSegment& segment : Rows::kSegments) {
            if (gate < segment.gate + segment.count) return segment.block + gate - segment.gate;
        }
        return 0;
    }

    PackedMatrix<Scalar> packed(const TensorView<const Scalar>& weight, std::int64_t gate, std::int64_t count,
                                Arena& scratch, Transpose transpose) const {
        const std::int64_t rows = weight.rows(), columns = count * width();
        const std::int64_t size =
            transpose == Transpose::None ? packedCount<Scalar>(rows, columns) : packedCount<Scalar>(columns, rows);
        return pack<Scalar>({weight.data + gate * width(), rows, columns, weight.columns()}, allocate(scratch, size),
                            transpose);
    }

    void joinBiases(const Scalar* input, const Scalar* recurrent, std::span<Scalar> joined) const {
        std::ranges::fill(joined, Scalar{0});
        std::copy_n(input, kGates * width(), joined.data());
        for (std::int64_t gate = 0; gate < kGates; ++gate) {
            Scalar* block = joined.data() + recurrentBlock(gate) * width();
            for (std::int64_t j = 0; j < width(); ++j) block[j] += recurrent[gate * width() + j];
        }
    }

    const Scalar* hiddenBefore(const ForwardPass<Scalar>& pass, std::int64_t text, std::int64_t step) const {
        if (step > 0) return pass.output.data + m_extent.row(text, step - 1) * width();
        return pass.inputs.size() > kHidden ? pass.inputs[kHidden].row(text) : m_kept.zeros;
    }
    const Scalar* cellBefore(std::span<const TensorView<const Scalar>> inputs, std::int64_t text,
                             std::int64_t step) const {
        if (!hasCellState(Rows::kCell)) return nullptr;
        if (step > 0) return m_kept.cell + m_extent.row(text, step - 1) * width();
        return inputs.size() > kCell ? inputs[kCell].row(text) : m_kept.zeros;
    }
    Scalar* rowOf(Scalar* memory, std::int64_t row) const { return memory ? memory + row * width() : nullptr; }

    void forwardRow(const ForwardPass<Scalar>& pass, std::int64_t text, std::int64_t step) const {
        const std::int64_t row = m_extent.row(text, step);
        const ForwardRow<Scalar> all{gates(row),
                                     m_kept.hiddenBefore + row * width(),
                                     cellBefore(pass.inputs, text, step),
                                     pass.output.data + row * width(),
                                     rowOf(m_kept.cell, row),
                                     rowOf(m_kept.activatedCell, row)};
        if (!m_extent.isPadding(text, step)) {
            Rows::forward(all, width());
            return;
        }
        std::copy_n(all.hiddenBefore, width(), all.hidden);
        if (all.cell) std::copy_n(all.cellBefore, width(), all.cell);
    }

    void backwardRow(const BackwardPass<Scalar>& pass, std::int64_t text, std::int64_t step, Scalar* dhidden,
                     Scalar* dcell, Scalar* dsums) const {
        const std::int64_t row = m_extent.row(text, step);
        const Scalar* dy = pass.outputGradient.data + row * width();
        for (std::int64_t j = 0; j < width(); ++j) dhidden[j] += dy[j];
        Scalar* ds = dsums + row * kBlocks * width();
        if (m_extent.isPadding(text, step)) {
            std::fill_n(ds, kBlocks * width(), Scalar{0});
            return;
        }
        Rows::template backward<Scalar>(
            {gates(row), m_kept.hiddenBefore + row * width(), cellBefore(pass.inputs, text, step),
             pass.output.data + row * width(), rowOf(m_kept.activatedCell, row), dhidden, dcell, ds},
            width());
    }

    void addStart(const BackwardPass<Scalar>& pass, std::size_t slot, const Scalar* dstate) const {
        if (pass.inputGradients.size() <= slot || !pass.inputGradients[slot]) return;
        Scalar* dstart = pass.inputGradients[slot].data;
        for (std::int64_t i = 0; i < m_extent.texts * width(); ++i) dstart[i] += dstate[i];
    }

    void addWeightGradients(const BackwardPass<Scalar>& pass, const Scalar* dsums) const {
        // A piece is the columns of one gate in one of both matrices, summed over all texts and times.
        pass.parallel.forEach(2 * kGates, [&](std::int64_t piece) {
            const std::int64_t gate = piece / 2;
            const bool recurrent = piece % 2 == 1;
            const auto& dweight = pass.inputGradients[recurrent ? kRecurrentWeight : kInputWeight];
            if (!dweight) return;
            const Scalar* left = recurrent ? m_kept.hiddenBefore : pass.inputs[kX].data;
            const std::int64_t block = recurrent ? recurrentBlock(gate) : gate;
            matrixProduct<Scalar>({left, m_extent.rows(), dweight.rows(), dweight.rows()},
                                  {dsums + block * width(), m_extent.rows(), width(), kBlocks * width()},
                                  {dweight.data + gate * width(), dweight.rows(), width(), dweight.columns()},
                                  Transpose::Left, Store::Accumulate);
        });
    }

    void addBiasGradients(const BackwardPass<Scalar>& pass, const Scalar* dbiases) const {
        for (const std::size_t slot : {kInputBias, kRecurrentBias}) {
            const auto& dbias = pass.inputGradients[slot];
            if (!dbias) continue;
            for (std::int64_t piece = 0; piece < m_extent.pieces(); ++piece) {
                for (std::int64_t gate = 0; gate < kGates; ++gate) {
                    const std::int64_t block = slot == kInputBias ? gate : recurrentBlock(gate);
                    const Scalar* part = dbiases + (piece * kBlocks + block) * width();
                    for (std::int64_t j = 0; j < width(); ++j) dbias.data[gate * width() + j] += part[j];
                }
            }
        }
    }

    Extent m_extent;
    Kept<Scalar> m_kept;
};

// y[b] = the cell state of text b after the step that came last
template <typename Scalar>
class CellAtEnd final : public Op<Scalar> {
  public:
    CellAtEnd(const Extent& extent, const Kept<Scalar>& kept) : m_extent(extent), m_kept(kept) {}

    std::string_view name() const override { return "cell_at_end"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        for (std::int64_t text = 0; text < m_extent.texts; ++text) {
            const std::int64_t row = m_extent.row(text, m_extent.length - 1);
            std::copy_n(m_kept.cell + row * m_extent.width, m_extent.width, pass.output.row(text));
        }
    }

    // Forward read what the layer kept beside its output, so now dy goes there; the layer's own backward comes next.
    void backward(const BackwardPass<Scalar>& pass) const override {
        std::ranges::copy(pass.outputGradient.span(), m_kept.dcellAtEnd);
    }

    Explanation explainValue(const RecordedOp<Scalar>&, std::int64_t) const override {
        throw LogicError("[cell_at_end] a tape for looking has a node for every cell state");
    }
    Explanation explainGradient(const RecordedOp<Scalar>&, std::size_t, std::int64_t) const override {
        throw LogicError("[cell_at_end] a tape for looking has a node for every cell state");
    }

  private:
    Extent m_extent;
    Kept<Scalar> m_kept;
};

template <typename Scalar, typename Rows>
RecurrentStates inOneOp(Tape<Scalar>& tape, Var x, const RecurrentWeights& weights, const RecurrentState& begin,
                        const Extent& extent, bool wantsEnd) {
    const Shape shape = tape.shape(x).withLast(extent.width);
    const auto allocate = [&tape](std::int64_t count) {
        return tape.arena().template allocate<Scalar>(static_cast<std::size_t>(count)).data();
    };
    const std::int64_t state = extent.rows() * extent.width;
    Kept<Scalar> kept{allocate(Rows::kBlocks * state), allocate(state), nullptr, nullptr, nullptr, nullptr};
    Scalar* zeros = allocate(extent.width);
    std::fill_n(zeros, extent.width, Scalar{0});
    kept.zeros = zeros;
    if constexpr (hasCellState(Rows::kCell)) {
        kept.cell = allocate(state);
        kept.activatedCell = allocate(state);
        if (wantsEnd) {
            kept.dcellAtEnd = allocate(extent.texts * extent.width);
            std::fill_n(kept.dcellAtEnd, extent.texts * extent.width, Scalar{0});
        }
    }
    using Layer = RecurrentLayer<Scalar, Rows>;
    const auto& [w, b, u, c] = weights;
    RecurrentStates states;
    if (begin.cell) {
        states.hidden = tape.template record<Layer>({x, w, b, u, c, begin.hidden, begin.cell}, shape, extent, kept);
    } else if (begin.hidden) {
        states.hidden = tape.template record<Layer>({x, w, b, u, c, begin.hidden}, shape, extent, kept);
    } else {
        states.hidden = tape.template record<Layer>({x, w, b, u, c}, shape, extent, kept);
    }
    if (!wantsEnd) return states;
    const bool isOneStep = shape.rank() == 2;
    states.end.hidden =
        isOneStep ? states.hidden : selectTime(tape, states.hidden, extent.reversed ? 0 : extent.length - 1);
    if (kept.cell) {
        states.end.cell =
            tape.template record<CellAtEnd<Scalar>>({states.hidden}, Shape{extent.texts, extent.width}, extent, kept);
    }
    return states;
}

}  // namespace

template <typename Scalar>
RecurrentStates recurrentLayer(Tape<Scalar>& tape, Var x, const RecurrentWeights& weights, const RecurrentState& begin,
                               const RecurrentSettings& settings, bool wantsEnd) {
    const Shape shape = tape.shape(x);
    const Shape recurrent = tape.shape(weights.recurrent);
    expects((shape.rank() == 2 || shape.rank() == 3) && recurrent.rank() == 2,
            "[recurrent_layer] needs x of rank 2 or 3 and matrices");
    const std::int64_t texts = shape[0], length = shape.rank() == 2 ? 1 : shape[1], in = shape[-1];
    const std::int64_t width = recurrent[0], columns = gatesOf(settings.cell) * width;
    expects(recurrent[1] == columns && tape.shape(weights.input) == Shape{in, columns} &&
                tape.shape(weights.inputBias) == Shape{columns} && tape.shape(weights.recurrentBias) == Shape{columns},
            "[recurrent_layer] x and the weights do not fit");
    for (const Var state : {begin.hidden, begin.cell}) {
        expects(!state || tape.shape(state) == Shape{texts, width}, "[recurrent_layer] the state does not fit");
    }
    expects(hasCellState(settings.cell) ? bool(begin.hidden) == bool(begin.cell) : !begin.cell,
            "[recurrent_layer] needs the states of its cell, or none");
    expects(settings.lengths.empty() || static_cast<std::int64_t>(settings.lengths.size()) == texts,
            "[recurrent_layer] needs one length for each text");
    for (const std::int64_t own : settings.lengths) {
        expects(own >= 1 && own <= length, "[recurrent_layer] a length is none of x");
    }
    if (tape.purpose() == Purpose::Looking) return recurrentSteps(tape, x, weights, begin, settings);
    const Extent extent{
        texts, length, in, width, settings.reversed, tape.arena().template copy<std::int64_t>(settings.lengths)};
    switch (settings.cell) {
        case RecurrentCell::Rnn:
            return inOneOp<Scalar, RnnRows>(tape, x, weights, begin, extent, wantsEnd);
        case RecurrentCell::Lstm:
            return inOneOp<Scalar, LstmRows>(tape, x, weights, begin, extent, wantsEnd);
        case RecurrentCell::Gru:
            return inOneOp<Scalar, GruRows>(tape, x, weights, begin, extent, wantsEnd);
    }
    return {};
}

#define ATTENTARIUM_INSTANTIATE(Scalar)                                                                         \
    template RecurrentStates recurrentLayer(Tape<Scalar>&, Var, const RecurrentWeights&, const RecurrentState&, \
                                            const RecurrentSettings&, bool);

ATTENTARIUM_INSTANTIATE(float)
ATTENTARIUM_INSTANTIATE(double)
#undef ATTENTARIUM_INSTANTIATE

}  // namespace attentarium
