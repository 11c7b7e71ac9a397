#include "engine/ops/embedding.h"

#include <algorithm>

#include "engine/core/error.h"

namespace attentarium {
namespace {

// y[i, c] = matrix[ids[i], c]
template <typename Scalar>
class Embedding final : public Op<Scalar> {
  public:
    explicit Embedding(std::span<const int> ids) : m_ids(ids) {}

    std::string_view name() const override { return "embedding"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& matrix = pass.inputs[0];
        for (std::size_t i = 0; i < m_ids.size(); ++i) {
            std::copy_n(matrix.row(m_ids[i]), matrix.columns(), pass.output.row(static_cast<std::int64_t>(i)));
        }
    }

    // Forward copied row ids[i] to y[i], so now dy[i] is added to that row: once for each time it was used.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dmatrix = pass.inputGradients[0];
        if (!dmatrix) return;
        for (std::size_t i = 0; i < m_ids.size(); ++i) {
            const Scalar* dy = pass.outputGradient.row(static_cast<std::int64_t>(i));
            Scalar* row = dmatrix.row(m_ids[i]);
            for (std::int64_t c = 0; c < dmatrix.columns(); ++c) row[c] += dy[c];
        }
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const std::int64_t width = recorded.output.columns();
        const std::int64_t row = m_ids[static_cast<std::size_t>(index / width)];
        Explanation why{recorded.node, Rule::PassThrough};
        why.terms.push_back({1, recorded.input(0, row * width + index % width), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        const std::int64_t width = recorded.output.columns();
        Explanation why{recorded.node, Rule::SumOfProducts};
        for (std::size_t i = 0; i < m_ids.size(); ++i) {
            if (m_ids[i] != index / width) continue;
            why.terms.push_back({1, recorded.gradient(static_cast<std::int64_t>(i) * width + index % width), {}});
        }
        computeTotal(why);
        return why;
    }

  private:
    std::span<const int> m_ids;
};

}  // namespace

template <typename Scalar>
Var embedding(Tape<Scalar>& tape, Var matrix, std::span<const int> ids, const Shape& leading) {
    const Shape& shape = tape.shape(matrix);
    expects(shape.rank() == 2, "[embedding] the matrix needs rank 2");
    expects(leading.count() == static_cast<std::int64_t>(ids.size()), "[embedding] needs one id for each row");
    for (const int id : ids) expects(id >= 0 && id < shape[0], "[embedding] an id has no row in the matrix");
    return tape.template record<Embedding<Scalar>>({matrix}, leading.appended(shape[1]),
                                                   tape.arena().template copy<int>(ids));
}

template Var embedding(Tape<float>&, Var, std::span<const int>, const Shape&);
template Var embedding(Tape<double>&, Var, std::span<const int>, const Shape&);

}  // namespace attentarium
