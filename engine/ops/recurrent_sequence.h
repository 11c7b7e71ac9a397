#pragma once

#include <algorithm>
#include <array>

#include "engine/core/error.h"
#include "engine/core/packed_matrix.h"
#include "engine/ops/recurrent_rows.h"
#include "engine/tape/op.h"

/// The op behind `recurrentLayer`: all time steps of one layer at once.
namespace attentarium {

/// The sizes of one recorded layer.
struct RecurrentExtent {
    std::int64_t texts, length, in, width;
    bool reversed;
    std::span<const std::int64_t> lengths;
    std::span<const int> ids;  ///< where tokens are rows of a matrix: which; else empty

    std::int64_t rows() const { return texts * length; }
    /// The row, among all texts' tokens, of `text` at the time that comes `step`-th.
    std::int64_t row(std::int64_t text, std::int64_t step) const { return text * length + time(step); }
    bool isPadding(std::int64_t text, std::int64_t step) const {
        return !lengths.empty() && time(step) >= lengths[static_cast<std::size_t>(text)];
    }
    /// Texts that go through time together, without waiting for the others: few pieces, each of rows enough to be
    /// multiplied by a matrix at once.
    std::int64_t textsPerPiece() const {
        const std::int64_t pieces = std::clamp<std::int64_t>(texts / 6, 1, 4);
        return (texts + pieces - 1) / pieces;
    }
    std::int64_t pieces() const { return (texts + textsPerPiece() - 1) / textsPerPiece(); }

  private:
    std::int64_t time(std::int64_t step) const { return reversed ? length - 1 - step : step; }
};

/// What the forward keeps for the backward, one row of `width` features (or blocks of them) for each token.
template <typename Scalar>
struct RecurrentMemory {
    Scalar* gates;          ///< kBlocks · width; the backward leaves the gradients of the sums there
    Scalar* hiddenBefore;   ///< the hidden state that came in
    Scalar* cell;           ///< of `Lstm` alone, as the next two
    Scalar* activatedCell;  ///< tanh of it
    Scalar* dcellAtEnd;     ///< [texts, width]: what reaches the cell state at the end from elsewhere; null: nothing
    const Scalar* zeros;    ///< one row
    bool* isSpent;          ///< whether the backward was here
};

// s_t = x_t · W + b + h_before · U + b′, and from it the gates and states of the cell; see recurrent_rows.h.
template <typename Scalar, typename Rows>
class RecurrentSequence final : public Op<Scalar> {
  public:
    static constexpr std::size_t kX = 0, kInputWeight = 1, kInputBias = 2, kRecurrentWeight = 3, kRecurrentBias = 4,
                                 kHidden = 5, kCell = 6;

    RecurrentSequence(const RecurrentExtent& extent, const RecurrentMemory<Scalar>& memory)
        : m_extent(extent), m_kept(memory) {}

    std::string_view name() const override { return "recurrent_layer"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto input = packed(pass.inputs[kInputWeight], 0, kGates, pass.scratch, Transpose::None);
        const auto recurrent = packedRecurrent(pass.inputs[kRecurrentWeight], pass.scratch, Transpose::None);
        const Scalar* bias = joinedBiases(pass);
        const Scalar* ofWords = m_extent.ids.empty() ? nullptr : sumsOfWords(pass, input, bias);
        forEachPiece(pass.parallel, [&](std::int64_t, std::int64_t first, std::int64_t last) {
            addInput(pass, input, bias, ofWords, first * m_extent.length, last * m_extent.length);
            for (std::int64_t step = 0; step < m_extent.length; ++step) {
                for (std::int64_t text = first; text < last; ++text) {
                    std::copy_n(hiddenBefore(pass, text, step), width(), before(m_extent.row(text, step)));
                }
                const std::int64_t row = m_extent.row(first, step);
                for (std::size_t i = 0; i < recurrent.size(); ++i) {
                    addProduct<Scalar>({before(row), last - first, width(), m_extent.length * width()}, recurrent[i],
                                       sums(i, row, last - first));
                }
                for (std::int64_t text = first; text < last; ++text) forwardRow(pass, text, step);
            }
        });
    }

    // Forward went from step to step, so now the gradients come back from the last step to the first: ds from dh, then
    // dh_before += ds · Uᵀ. With ds of all steps, dx = ds · Wᵀ, dW = xᵀ · ds, dU = h_beforeᵀ · ds, and the biases get
    // the sums of ds.
    void backward(const BackwardPass<Scalar>& pass) const override {
        expects(!*m_kept.isSpent, "[recurrent_layer] one recording has one backward pass");
        *m_kept.isSpent = true;
        const std::int64_t states = m_extent.texts * width();
        Scalar* dhidden = zeros(pass.scratch, states);
        Scalar* dcell = zeros(pass.scratch, states);
        Scalar* dbiases = zeros(pass.scratch, m_extent.pieces() * kBlocks * width());
        if (m_kept.dcellAtEnd) std::copy_n(m_kept.dcellAtEnd, states, dcell);
        const bool hasRows = m_extent.ids.empty() && pass.inputGradients[kX];
        PackedMatrix<Scalar> input;
        if (hasRows) input = packed(pass.inputs[kInputWeight], 0, kGates, pass.scratch, Transpose::Right);
        const auto recurrent = packedRecurrent(pass.inputs[kRecurrentWeight], pass.scratch, Transpose::Right);
        forEachPiece(pass.parallel, [&](std::int64_t piece, std::int64_t first, std::int64_t last) {
            Scalar* dbias = dbiases + piece * kBlocks * width();
            for (std::int64_t step = m_extent.length; step-- > 0;) {
                for (std::int64_t text = first; text < last; ++text) {
                    backwardRow(pass, text, step, dhidden + text * width(), dcell + text * width(), dbias);
                }
                for (std::size_t i = 0; i < recurrent.size(); ++i) {
                    addProduct<Scalar>(sums(i, m_extent.row(first, step), last - first), recurrent[i],
                                       {dhidden + first * width(), last - first, width(), width()});
                }
            }
            if (!hasRows) return;
            const std::int64_t begin = first * m_extent.length, rows = (last - first) * m_extent.length;
            addProduct<Scalar>({gates(begin), rows, kGates * width(), kBlocks * width()}, input,
                               {pass.inputGradients[kX].data + begin * m_extent.in, rows, m_extent.in, m_extent.in});
        });
        addStart(pass, kHidden, dhidden);
        addStart(pass, kCell, dcell);
        if (m_extent.ids.empty()) {
            addWeightGradient(pass, kInputWeight, pass.inputs[kX].data);
        } else {
            addWordGradients(pass);
        }
        addWeightGradient(pass, kRecurrentWeight, m_kept.hiddenBefore);
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
    using PackedSegments = std::array<PackedMatrix<Scalar>, Rows::kSegments.size()>;

    std::int64_t width() const { return m_extent.width; }
    Scalar* gates(std::int64_t row) const { return m_kept.gates + row * kBlocks * width(); }
    Scalar* before(std::int64_t row) const { return m_kept.hiddenBefore + row * width(); }
    Scalar* rowOf(Scalar* memory, std::int64_t row) const { return memory ? memory + row * width() : nullptr; }
    /// The columns of a segment in the rows of some texts at the time of the first one's row.
    MatrixView<Scalar> sums(std::size_t segment, std::int64_t row, std::int64_t texts) const {
        return {gates(row) + Rows::kSegments[segment].block * width(), texts, Rows::kSegments[segment].count * width(),
                m_extent.length * kBlocks * width()};
    }
    /// The block of ds that holds what U's gate `gate` gets.
    static std::int64_t recurrentBlock(std::int64_t gate) {
        for (const RecurrentSegment& segment : Rows::kSegments) {
            if (gate < segment.gate + segment.count) return segment.block + gate - segment.gate;
        }
        return 0;
    }
    static Scalar* allocate(Arena& arena, std::int64_t count) {
        return arena.allocate<Scalar>(static_cast<std::size_t>(count)).data();
    }
    static Scalar* zeros(Arena& arena, std::int64_t count) {
        Scalar* memory = allocate(arena, count);
        std::fill_n(memory, count, Scalar{0});
        return memory;
    }
    /// Calls `work(piece, first, last)` with the texts of each piece.
    template <typename Work>
    void forEachPiece(Parallel& parallel, const Work& work) const {
        parallel.forEach(m_extent.pieces(), [&](std::int64_t piece) {
            const std::int64_t first = piece * m_extent.textsPerPiece();
            work(piece, first, std::min(m_extent.texts, first + m_extent.textsPerPiece()));
        });
    }

    PackedMatrix<Scalar> packed(const TensorView<const Scalar>& weight, std::int64_t gate, std::int64_t count,
                                Arena& scratch, Transpose transpose) const {
        const std::int64_t rows = weight.rows(), columns = count * width();
        const std::int64_t size =
            transpose == Transpose::None ? packedCount<Scalar>(rows, columns) : packedCount<Scalar>(columns, rows);
        return pack<Scalar>({weight.data + gate * width(), rows, columns, weight.columns()}, allocate(scratch, size),
                            transpose);
    }
    PackedSegments packedRecurrent(const TensorView<const Scalar>& weight, Arena& scratch, Transpose transpose) const {
        PackedSegments all;
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i] = packed(weight, Rows::kSegments[i].gate, Rows::kSegments[i].count, scratch, transpose);
        }
        return all;
    }

    /// Both biases, each gate's where it is added in.
    const Scalar* joinedBiases(const ForwardPass<Scalar>& pass) const {
        Scalar* joined = zeros(pass.scratch, kBlocks * width());
        std::copy_n(pass.inputs[kInputBias].data, kGates * width(), joined);
        for (std::int64_t gate = 0; gate < kGates; ++gate) {
            const Scalar* bias = pass.inputs[kRecurrentBias].data + gate * width();
            Scalar* block = joined + recurrentBlock(gate) * width();
            for (std::int64_t j = 0; j < width(); ++j) block[j] += bias[j];
        }
        return joined;
    }

    /// bias + matrix · W for each word: where tokens are rows of a matrix, their part of the sums.
    const Scalar* sumsOfWords(const ForwardPass<Scalar>& pass, const PackedMatrix<Scalar>& input,
                              const Scalar* bias) const {
        const auto& matrix = pass.inputs[kX];
        const std::int64_t words = matrix.rows(), columns = kGates * width();
        Scalar* ofWords = allocate(pass.scratch, words * columns);
        for (std::int64_t word = 0; word < words; ++word) std::copy_n(bias, columns, ofWords + word * columns);
        addProduct<Scalar>({matrix.data, words, m_extent.in, m_extent.in}, input, {ofWords, words, columns, columns});
        return ofWords;
    }

    /// The biases and x · W, or the sums of words, for some rows.
    void addInput(const ForwardPass<Scalar>& pass, const PackedMatrix<Scalar>& input, const Scalar* bias,
                  const Scalar* ofWords, std::int64_t begin, std::int64_t end) const {
        const std::int64_t columns = kGates * width();
        for (std::int64_t r = begin; r < end; ++r) {
            const Scalar* from = ofWords ? ofWords + m_extent.ids[static_cast<std::size_t>(r)] * columns : bias;
            Scalar* rest = std::copy_n(from, columns, gates(r));
            std::copy_n(bias + columns, kBlocks * width() - columns, rest);
        }
        if (ofWords) return;
        addProduct<Scalar>({pass.inputs[kX].data + begin * m_extent.in, end - begin, m_extent.in, m_extent.in}, input,
                           {gates(begin), end - begin, columns, kBlocks * width()});
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

    void forwardRow(const ForwardPass<Scalar>& pass, std::int64_t text, std::int64_t step) const {
        const std::int64_t row = m_extent.row(text, step);
        const ForwardRow<Scalar> all{gates(row),
                                     before(row),
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
                     Scalar* dcell, Scalar* dbias) const {
        const std::int64_t row = m_extent.row(text, step);
        const Scalar* dy = pass.outputGradient.data + row * width();
        for (std::int64_t j = 0; j < width(); ++j) dhidden[j] += dy[j];
        Scalar* ds = gates(row);
        if (m_extent.isPadding(text, step)) {
            std::fill_n(ds, kBlocks * width(), Scalar{0});
            return;
        }
        Rows::template backward<Scalar>(
            {ds, before(row), cellBefore(pass.inputs, text, step), pass.output.data + row * width(),
             rowOf(m_kept.activatedCell, row), dhidden, dcell},
            width());
        for (std::int64_t j = 0; j < kBlocks * width(); ++j) dbias[j] += ds[j];
    }

    void addStart(const BackwardPass<Scalar>& pass, std::size_t slot, const Scalar* dstate) const {
        if (pass.inputGradients.size() <= slot || !pass.inputGradients[slot]) return;
        Scalar* dstart = pass.inputGradients[slot].data;
        for (std::int64_t i = 0; i < m_extent.texts * width(); ++i) dstart[i] += dstate[i];
    }

    /// dweight += leftᵀ · ds over all texts and times, for W or U.
    void addWeightGradient(const BackwardPass<Scalar>& pass, std::size_t slot, const Scalar* left) const {
        const auto& dweight = pass.inputGradients[slot];
        if (!dweight) return;
        const std::int64_t rows = dweight.rows(), columns = dweight.columns();
        pass.parallel.forEach(kGates, [&](std::int64_t gate) {
            const std::int64_t block = slot == kInputWeight ? gate : recurrentBlock(gate);
            matrixProduct<Scalar>({left, m_extent.rows(), rows, rows},
                                  {m_kept.gates + block * width(), m_extent.rows(), width(), kBlocks * width()},
                                  {dweight.data + gate * width(), rows, width(), columns}, Transpose::Left,
                                  Store::Accumulate);
        });
    }

    // Forward was matrix · W for each word, so now every word collects ds from its tokens to dwords, and then
    // dW = matrixᵀ · dwords and dmatrix = dwords · Wᵀ.
    void addWordGradients(const BackwardPass<Scalar>& pass) const {
        const auto& matrix = pass.inputs[kX];
        const auto &dmatrix = pass.inputGradients[kX], &dweight = pass.inputGradients[kInputWeight];
        const std::int64_t words = matrix.rows(), in = m_extent.in, columns = kGates * width();
        Scalar* dwords = zeros(pass.scratch, words * columns);
        pass.parallel.forEach(kGates, [&](std::int64_t gate) {
            for (std::int64_t r = 0; r < m_extent.rows(); ++r) {
                const Scalar* ds = gates(r) + gate * width();
                Scalar* dword = dwords + m_extent.ids[static_cast<std::size_t>(r)] * columns + gate * width();
                for (std::int64_t j = 0; j < width(); ++j) dword[j] += ds[j];
            }
            if (!dweight) return;
            matrixProduct<Scalar>({matrix.data, words, in, in}, {dwords + gate * width(), words, width(), columns},
                                  {dweight.data + gate * width(), in, width(), columns}, Transpose::Left,
                                  Store::Accumulate);
        });
        if (!dmatrix) return;
        matrixProduct<Scalar>({dwords, words, columns, columns}, {pass.inputs[kInputWeight].data, in, columns, columns},
                              {dmatrix.data, words, in, in}, Transpose::Right, Store::Accumulate);
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

    RecurrentExtent m_extent;
    RecurrentMemory<Scalar> m_kept;
};

}  // namespace attentarium
