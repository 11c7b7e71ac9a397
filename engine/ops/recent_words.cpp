#include "engine/ops/recent_words.h"

#include <algorithm>

#include "engine/core/error.h"

namespace attentarium {
namespace {

// y[b, t, j, c] = x[b, t − window + 1 + j, c], 0 before the beginning
template <typename Scalar>
class RecentWords final : public Op<Scalar> {
  public:
    explicit RecentWords(std::int64_t window) : m_window(window) {}

    std::string_view name() const override { return "recent_words"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[0];
        const std::int64_t length = x.shape[1], width = x.columns();
        forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t row = first; row < last; ++row) {
                const std::int64_t before = missing(row % length);
                Scalar* y = pass.output.row(row);
                std::fill_n(y, before * width, Scalar{0});
                // Neighbours in the text are neighbours in memory.
                std::copy_n(x.row(row - m_window + 1 + before), (m_window - before) * width, y + before * width);
            }
        });
    }

    // Forward put x[i] into the rows t from i to i + window − 1, so now dx[i] = Σ_t dy[t, i − t + window − 1].
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        const std::int64_t length = dx.shape[1], width = dx.columns();
        forEachRows(pass.parallel, dx.rows(), rowsPerPiece(dx.rows()), [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t i = first; i < last; ++i) {
                const std::int64_t users = std::min(m_window, length - i % length);
                for (std::int64_t later = 0; later < users; ++later) {
                    const Scalar* dy = pass.outputGradient.row(i + later) + (m_window - 1 - later) * width;
                    for (std::int64_t c = 0; c < width; ++c) dx.row(i)[c] += dy[c];
                }
            }
        });
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const std::int64_t length = recorded.inputs[0].shape[1], width = recorded.inputs[0].columns();
        const std::int64_t row = index / (m_window * width), j = index / width % m_window;
        if (j < missing(row % length)) return {recorded.node, Rule::Given};
        Explanation why{recorded.node, Rule::PassThrough};
        why.terms.push_back({1, recorded.input(0, (row - m_window + 1 + j) * width + index % width), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        const std::int64_t length = recorded.inputs[0].shape[1], width = recorded.inputs[0].columns();
        const std::int64_t i = index / width;
        Explanation why{recorded.node, Rule::SumOfProducts};
        for (std::int64_t later = 0; later < std::min(m_window, length - i % length); ++later) {
            const std::int64_t place = (i + later) * m_window + m_window - 1 - later;
            why.terms.push_back({1, recorded.gradient(place * width + index % width), {}});
        }
        computeTotal(why);
        return why;
    }

  private:
    /// How many rows of the window lie before the text, for the word at `place`.
    std::int64_t missing(std::int64_t place) const { return std::max<std::int64_t>(0, m_window - 1 - place); }

    std::int64_t m_window;
};

}  // namespace

template <typename Scalar>
Var recentWords(Tape<Scalar>& tape, Var x, std::int64_t window) {
    const Shape& shape = tape.shape(x);
    expects(shape.rank() == 3, "[recent_words] needs rank 3");
    expects(window >= 1, "[recent_words] the window must be 1 or more");
    return tape.template record<RecentWords<Scalar>>({x}, shape.withLast(window * shape[2]), window);
}

template Var recentWords(Tape<float>&, Var, std::int64_t);
template Var recentWords(Tape<double>&, Var, std::int64_t);

}  // namespace attentarium
