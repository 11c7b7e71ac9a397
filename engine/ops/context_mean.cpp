#include "engine/ops/context_mean.h"

#include <algorithm>

#include "engine/core/error.h"

namespace attentarium {
namespace {

/// Which rows of [texts · length] are the neighbours of a row.
struct Neighbours {
    std::int64_t length = 0;
    std::int64_t window = 0;
    std::span<const std::int64_t> lengths;

    /// Calls `use` with each neighbour of `row`.
    template <typename Use>
    void forEach(std::int64_t row, Use&& use) const {
        const std::int64_t text = row / length, place = row % length, end = endOf(text);
        if (place >= end) return;
        const std::int64_t last = std::min(end - 1, place + window);
        for (std::int64_t j = std::max<std::int64_t>(0, place - window); j <= last; ++j) {
            if (j != place) use(text * length + j);
        }
    }
    std::int64_t count(std::int64_t row) const {
        std::int64_t counted = 0;
        forEach(row, [&](std::int64_t) { ++counted; });
        return counted;
    }

  private:
    std::int64_t endOf(std::int64_t text) const {
        return lengths.empty() ? length : lengths[static_cast<std::size_t>(text)];
    }
};

// y[t] = Σ_j x[j] / n, over the n neighbours j of t
template <typename Scalar>
class ContextMean final : public Op<Scalar> {
  public:
    explicit ContextMean(const Neighbours& neighbours) : m_neighbours(neighbours) {}

    std::string_view name() const override { return "context_mean"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[0];
        const std::int64_t width = x.columns();
        forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t t = first; t < last; ++t) {
                Scalar* y = pass.output.row(t);
                std::fill_n(y, width, Scalar{0});
                m_neighbours.forEach(t, [&](std::int64_t j) { add(x.row(j), share(t), width, y); });
            }
        });
    }

    // Forward was Σ_j x[j] / n with t among the neighbours' neighbours, so now dx[j] = Σ_t dy[t] / n(t).
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        const std::int64_t width = dx.columns();
        forEachRows(pass.parallel, dx.rows(), rowsPerPiece(dx.rows()), [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t j = first; j < last; ++j) {
                m_neighbours.forEach(
                    j, [&](std::int64_t t) { add(pass.outputGradient.row(t), share(t), width, dx.row(j)); });
            }
        });
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const std::int64_t width = recorded.output.columns(), t = index / width;
        Explanation why{recorded.node, Rule::SumOfProducts};
        const double part = 1.0 / static_cast<double>(std::max<std::int64_t>(1, m_neighbours.count(t)));
        m_neighbours.forEach(t, [&](std::int64_t j) {
            why.terms.push_back({part, recorded.input(0, j * width + index % width), {}});
        });
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        const std::int64_t width = recorded.output.columns();
        Explanation why{recorded.node, Rule::SumOfProducts};
        m_neighbours.forEach(index / width, [&](std::int64_t t) {
            why.terms.push_back(
                {1.0 / static_cast<double>(m_neighbours.count(t)), recorded.gradient(t * width + index % width), {}});
        });
        computeTotal(why);
        return why;
    }

  private:
    Scalar share(std::int64_t row) const { return Scalar{1} / static_cast<Scalar>(m_neighbours.count(row)); }

    static void add(const Scalar* x, Scalar factor, std::int64_t count, Scalar* y) {
        for (std::int64_t i = 0; i < count; ++i) y[i] += factor * x[i];
    }

    Neighbours m_neighbours;
};

}  // namespace

template <typename Scalar>
Var contextMean(Tape<Scalar>& tape, Var x, std::int64_t window, std::span<const std::int64_t> lengths) {
    const Shape& shape = tape.shape(x);
    expects(shape.rank() == 3, "[context_mean] needs rank 3");
    expects(window >= 1, "[context_mean] the window must be 1 or more");
    expects(lengths.empty() || static_cast<std::int64_t>(lengths.size()) == shape[0],
            "[context_mean] needs a length for each text");
    for (const std::int64_t length : lengths) {
        expects(length >= 0 && length <= shape[1], "[context_mean] a text is longer than its row");
    }
    const Neighbours neighbours{shape[1], window, tape.arena().template copy<std::int64_t>(lengths)};
    return tape.template record<ContextMean<Scalar>>({x}, shape, neighbours);
}

template Var contextMean(Tape<float>&, Var, std::int64_t, std::span<const std::int64_t>);
template Var contextMean(Tape<double>&, Var, std::int64_t, std::span<const std::int64_t>);

}  // namespace attentarium
