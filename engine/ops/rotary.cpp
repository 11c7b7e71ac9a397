#include "engine/ops/rotary.h"

#include <cmath>

#include "engine/core/error.h"

namespace attentarium {
namespace {

// y[2i] = x[2i] · cos − x[2i + 1] · sin,  y[2i + 1] = x[2i + 1] · cos + x[2i] · sin, for each head
template <typename Scalar>
class Rotary final : public Op<Scalar> {
  public:
    explicit Rotary(TensorView<const Scalar> turns) : m_turns(turns) {}

    std::string_view name() const override { return "rotary"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[0];
        forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t r = first; r < last; ++r) {
                forEachPair(r, x.columns(),
                            [from = x.row(r), y = pass.output.row(r)](std::int64_t i, Scalar cosine, Scalar sine) {
                                y[i] = from[i] * cosine - from[i + 1] * sine;
                                y[i + 1] = from[i + 1] * cosine + from[i] * sine;
                            });
            }
        });
    }

    // Forward turned each pair by an angle, so now its gradient is turned back by the same angle.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        forEachRows(pass.parallel, dx.rows(), rowsPerPiece(dx.rows()), [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t r = first; r < last; ++r) {
                forEachPair(
                    r, dx.columns(),
                    [dy = pass.outputGradient.row(r), to = dx.row(r)](std::int64_t i, Scalar cosine, Scalar sine) {
                        to[i] += dy[i] * cosine + dy[i + 1] * sine;
                        to[i + 1] += dy[i + 1] * cosine - dy[i] * sine;
                    });
            }
        });
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const auto [cosine, sine] = turnOf(recorded, index);
        Explanation why{recorded.node, Rule::SumOfProducts};
        why.terms.push_back({cosine, recorded.input(0, index), {}});
        why.terms.push_back({isFirst(index) ? -sine : sine, recorded.input(0, partnerOf(index)), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        const auto [cosine, sine] = turnOf(recorded, index);
        Explanation why{recorded.node, Rule::SumOfProducts};
        why.terms.push_back({cosine, recorded.gradient(index), {}});
        why.terms.push_back({isFirst(index) ? sine : -sine, recorded.gradient(partnerOf(index)), {}});
        computeTotal(why);
        return why;
    }

  private:
    /// Calls `work(first feature of the pair, cos, sin)` for every pair of the row of a token.
    template <typename Work>
    void forEachPair(std::int64_t row, std::int64_t width, const Work& work) const {
        const Scalar* turns = m_turns.row(row % m_turns.rows());
        for (std::int64_t head = 0; head < width; head += m_turns.columns()) {
            for (std::int64_t i = 0; i < m_turns.columns(); i += 2) work(head + i, turns[i], turns[i + 1]);
        }
    }

    struct Turn {
        double cosine, sine;
    };
    // Head widths are even, so a pair begins at an even cell.
    static bool isFirst(std::int64_t index) { return index % 2 == 0; }
    static std::int64_t partnerOf(std::int64_t index) { return isFirst(index) ? index + 1 : index - 1; }
    Turn turnOf(const RecordedOp<Scalar>& recorded, std::int64_t index) const {
        const std::int64_t width = recorded.output.columns(), row = index / width;
        const Scalar* turns = m_turns.row(row % m_turns.rows());
        const std::int64_t pair = index % width % m_turns.columns() / 2 * 2;
        return {static_cast<double>(turns[pair]), static_cast<double>(turns[pair + 1])};
    }

    TensorView<const Scalar> m_turns;
};

}  // namespace

template <typename Scalar>
Tensor<Scalar> rotaryTurns(std::int64_t places, std::int64_t headWidth) {
    expects(headWidth % 2 == 0, "[rotary] the head width must be even");
    Tensor<Scalar> turns({places, headWidth});
    Scalar* cell = turns.mutableView().data;
    for (std::int64_t place = 0; place < places; ++place) {
        for (std::int64_t i = 0; i < headWidth; i += 2) {
            const double slowness = std::pow(10000.0, static_cast<double>(i) / static_cast<double>(headWidth));
            const double angle = static_cast<double>(place) / slowness;
            *cell++ = static_cast<Scalar>(std::cos(angle));
            *cell++ = static_cast<Scalar>(std::sin(angle));
        }
    }
    return turns;
}

template <typename Scalar>
Var rotary(Tape<Scalar>& tape, Var x, TensorView<const Scalar> turns) {
    const Shape shape = tape.shape(x);
    expects(shape.rank() == 3 && turns.shape.rank() == 2 && shape[1] == turns.shape[0],
            "[rotary] needs a turn for each token");
    expects(turns.columns() % 2 == 0 && shape[2] % turns.columns() == 0, "[rotary] the head width does not fit");
    if (tape.purpose() == Purpose::Looking) turns.data = tape.arena().template copy<Scalar>(turns.span()).data();
    return tape.template record<Rotary<Scalar>>({x}, shape, turns);
}

template Tensor<float> rotaryTurns(std::int64_t, std::int64_t);
template Tensor<double> rotaryTurns(std::int64_t, std::int64_t);
template Var rotary(Tape<float>&, Var, TensorView<const float>);
template Var rotary(Tape<double>&, Var, TensorView<const double>);

}  // namespace attentarium
