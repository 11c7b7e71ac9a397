#include "engine/ops/recurrent_layer.h"

#include <algorithm>
#include <array>

#include "engine/core/error.h"
#include "engine/ops/recurrent_sequence.h"
#include "engine/ops/select_time.h"

namespace attentarium {
namespace {

// y[b] = the cell state of text b after the step that came last
template <typename Scalar>
class CellAtEnd final : public Op<Scalar> {
  public:
    CellAtEnd(const RecurrentExtent& extent, const RecurrentMemory<Scalar>& memory)
        : m_extent(extent), m_kept(memory) {}

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
    RecurrentExtent m_extent;
    RecurrentMemory<Scalar> m_kept;
};

template <typename Scalar>
std::span<Scalar> zeros(Arena& arena, std::int64_t count) {
    const std::span<Scalar> memory = arena.allocate<Scalar>(static_cast<std::size_t>(count));
    std::ranges::fill(memory, Scalar{0});
    return memory;
}

template <typename Scalar, typename Rows>
RecurrentMemory<Scalar> makeMemory(Arena& arena, const RecurrentExtent& extent, bool wantsEnd) {
    const auto states = static_cast<std::size_t>(extent.rows() * extent.width);
    RecurrentMemory<Scalar> memory{};
    memory.gates = arena.allocate<Scalar>(static_cast<std::size_t>(Rows::kBlocks) * states).data();
    memory.hiddenBefore = arena.allocate<Scalar>(states).data();
    memory.zeros = zeros<Scalar>(arena, extent.width).data();
    memory.isSpent = arena.make<bool>(false);
    if (!hasCellState(Rows::kCell)) return memory;
    memory.cell = arena.allocate<Scalar>(states).data();
    memory.activatedCell = arena.allocate<Scalar>(states).data();
    if (wantsEnd) memory.dcellAtEnd = zeros<Scalar>(arena, extent.texts * extent.width).data();
    return memory;
}

template <typename Scalar, typename Rows>
RecurrentStates inOneOp(Tape<Scalar>& tape, Var x, const RecurrentWeights& weights, const RecurrentState& begin,
                        const RecurrentExtent& extent, const Shape& shape, bool wantsEnd) {
    const auto memory = makeMemory<Scalar, Rows>(tape.arena(), extent, wantsEnd);
    const std::array<Var, 7> all{
        x, weights.input, weights.inputBias, weights.recurrent, weights.recurrentBias, begin.hidden, begin.cell};
    const auto inputs = std::span(all).first(static_cast<std::size_t>(std::ranges::find(all, Var{}) - all.begin()));
    RecurrentStates states;
    states.hidden = tape.template record<RecurrentSequence<Scalar, Rows>>(inputs, shape, extent, memory);
    if (!wantsEnd) return states;
    const std::int64_t last = extent.reversed ? 0 : extent.length - 1;
    states.end.hidden = shape.rank() == 2 ? states.hidden : selectTime(tape, states.hidden, last);
    if (memory.cell) {
        states.end.cell =
            tape.template record<CellAtEnd<Scalar>>({states.hidden}, Shape{extent.texts, extent.width}, extent, memory);
    }
    return states;
}

template <typename Scalar>
RecurrentStates inOneOp(Tape<Scalar>& tape, Var x, const RecurrentWeights& weights, const RecurrentState& begin,
                        RecurrentCell cell, const RecurrentExtent& extent, const Shape& shape, bool wantsEnd) {
    switch (cell) {
        case RecurrentCell::Rnn:
            return inOneOp<Scalar, RnnRows>(tape, x, weights, begin, extent, shape, wantsEnd);
        case RecurrentCell::Lstm:
            return inOneOp<Scalar, LstmRows>(tape, x, weights, begin, extent, shape, wantsEnd);
        case RecurrentCell::Gru:
            return inOneOp<Scalar, GruRows>(tape, x, weights, begin, extent, shape, wantsEnd);
    }
    return {};
}

/// Refuses what does not fit.
template <typename Scalar>
void expectFit(const Tape<Scalar>& tape, std::int64_t texts, std::int64_t length, std::int64_t in,
               const RecurrentWeights& weights, const RecurrentState& begin, const RecurrentSettings& settings) {
    const Shape recurrent = tape.shape(weights.recurrent);
    expects(recurrent.rank() == 2, "[recurrent_layer] the weights must be matrices");
    const std::int64_t width = recurrent[0], columns = gatesOf(settings.cell) * width;
    expects(recurrent[1] == columns && tape.shape(weights.input) == Shape{in, columns} &&
                tape.shape(weights.inputBias) == Shape{columns} && tape.shape(weights.recurrentBias) == Shape{columns},
            "[recurrent_layer] x and the weights do not fit");
    for (const Var state : {begin.hidden, begin.cell}) {
        expects(!state || tape.shape(state) == Shape{texts, width}, "[recurrent_layer] the state does not fit");
    }
    expects(hasCellState(settings.cell) ? bool(begin.hidden) == bool(begin.cell) : !begin.cell,
            "[recurrent_layer] needs the states of its cell, or none");
    expects(settings.lengths.empty() || std::ssize(settings.lengths) == texts,
            "[recurrent_layer] needs one length for each text");
    for (const std::int64_t own : settings.lengths) {
        expects(own >= 1 && own <= length, "[recurrent_layer] a length is none of x");
    }
}

}  // namespace

template <typename Scalar>
RecurrentStates recurrentLayer(Tape<Scalar>& tape, Var x, const RecurrentWeights& weights, const RecurrentState& begin,
                               const RecurrentSettings& settings, bool wantsEnd) {
    const Shape shape = tape.shape(x);
    expects(shape.rank() == 2 || shape.rank() == 3, "[recurrent_layer] needs x of rank 2 or 3");
    const std::int64_t texts = shape[0], length = shape.rank() == 2 ? 1 : shape[1], in = shape[-1];
    expectFit(tape, texts, length, in, weights, begin, settings);
    if (tape.purpose() == Purpose::Looking) return recurrentSteps(tape, x, weights, begin, settings);
    const std::int64_t width = tape.shape(weights.recurrent)[0];
    const auto lengths = tape.arena().template copy<std::int64_t>(settings.lengths);
    const RecurrentExtent extent{texts, length, in, width, settings.reversed, lengths, {}};
    return inOneOp(tape, x, weights, begin, settings.cell, extent, shape.withLast(width), wantsEnd);
}

template <typename Scalar>
RecurrentStates recurrentLayer(Tape<Scalar>& tape, const EmbeddedTokens& tokens, const RecurrentWeights& weights,
                               const RecurrentState& begin, const RecurrentSettings& settings, bool wantsEnd) {
    const Shape matrix = tape.shape(tokens.matrix);
    const std::int64_t texts = tokens.texts, length = tokens.length();
    expects(tape.purpose() == Purpose::Training, "[recurrent_layer] looked at, tokens have embeddings of their own");
    expects(matrix.rank() == 2 && !tokens.ids.empty() && texts * length == std::ssize(tokens.ids),
            "[recurrent_layer] needs a matrix, and ids for texts of one length");
    for (const int id : tokens.ids) expects(id >= 0 && id < matrix[0], "[recurrent_layer] an id has no row");
    expectFit(tape, texts, length, matrix[1], weights, begin, settings);
    const std::int64_t width = tape.shape(weights.recurrent)[0];
    const auto lengths = tape.arena().template copy<std::int64_t>(settings.lengths);
    const auto ids = tape.arena().template copy<int>(tokens.ids);
    const RecurrentExtent extent{texts, length, matrix[1], width, settings.reversed, lengths, ids};
    return inOneOp(tape, tokens.matrix, weights, begin, settings.cell, extent, Shape{texts, length, width}, wantsEnd);
}

#define ATTENTARIUM_INSTANTIATE(Scalar)                                                                         \
    template RecurrentStates recurrentLayer(Tape<Scalar>&, Var, const RecurrentWeights&, const RecurrentState&, \
                                            const RecurrentSettings&, bool);                                    \
    template RecurrentStates recurrentLayer(Tape<Scalar>&, const EmbeddedTokens&, const RecurrentWeights&,      \
                                            const RecurrentState&, const RecurrentSettings&, bool);

ATTENTARIUM_INSTANTIATE(float)
ATTENTARIUM_INSTANTIATE(double)
#undef ATTENTARIUM_INSTANTIATE

}  // namespace attentarium
