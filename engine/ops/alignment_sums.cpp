#include "engine/ops/alignment_sums.h"

#include "engine/core/error.h"
#include "engine/ops/recurrent_kernels.h"

namespace attentarium {
namespace {

constexpr std::size_t kQuery = 0, kKey = 1;

// y[b, i, j, u] = query[b, i, u] + key[b, j, u]
template <typename Scalar>
class AlignmentSums final : public Op<Scalar> {
  public:
    std::string_view name() const override { return "alignment_sums"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        forEachRow(pass.output, [&](std::int64_t row, std::int64_t query, std::int64_t key) {
            const Scalar* q = pass.inputs[kQuery].row(query);
            const Scalar* k = pass.inputs[kKey].row(key);
            Scalar* y = pass.output.row(row);
            for (std::int64_t u = 0; u < pass.output.columns(); ++u) y[u] = q[u] + k[u];
        });
    }

    // Forward was a sum for each pair, so now dy goes unchanged to both, which collect it from all their pairs.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto &dquery = pass.inputGradients[kQuery], &dkey = pass.inputGradients[kKey];
        forEachRow(pass.outputGradient, [&](std::int64_t row, std::int64_t query, std::int64_t key) {
            const Scalar* dy = pass.outputGradient.row(row);
            if (dquery) kernels::addRow(dy, dquery.columns(), dquery.row(query));
            if (dkey) kernels::addRow(dy, dkey.columns(), dkey.row(key));
        });
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const Shape& y = recorded.output.shape;
        const std::int64_t u = index % y[3], key = index / y[3] % y[2], query = index / y[3] / y[2];
        Explanation why{recorded.node, Rule::SumOfProducts};
        why.terms.push_back({1, recorded.input(kQuery, query * y[3] + u), {}});
        why.terms.push_back({1, recorded.input(kKey, (query / y[1] * y[2] + key) * y[3] + u), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t slot,
                                std::int64_t index) const override {
        const Shape& y = recorded.output.shape;
        const std::int64_t u = index % y[3], row = index / y[3];
        Explanation why{recorded.node, Rule::SumOfProducts};
        for (std::int64_t other = 0; other < y[slot == kQuery ? 2 : 1]; ++other) {
            const std::int64_t pair =
                slot == kQuery ? row * y[2] + other : (row / y[2] * y[1] + other) * y[2] + row % y[2];
            why.terms.push_back({1, recorded.gradient(pair * y[3] + u), {}});
        }
        computeTotal(why);
        return why;
    }

  private:
    /// Calls `work(row, query, key)` with the rows of y, query and key that belong together.
    template <typename View, typename Work>
    static void forEachRow(const View& y, const Work& work) {
        for (std::int64_t row = 0; row < y.rows(); ++row) {
            const std::int64_t query = row / y.shape[2];
            work(row, query, query / y.shape[1] * y.shape[2] + row % y.shape[2]);
        }
    }
};

}  // namespace

template <typename Scalar>
Var alignmentSums(Tape<Scalar>& tape, Var query, Var key) {
    const Shape q = tape.shape(query), k = tape.shape(key);
    expects((q.rank() == 2 || q.rank() == 3) && k.rank() == 3 && q[0] == k[0] && q[-1] == k[2],
            "[alignment_sums] query and key do not fit");
    const std::int64_t length = q.rank() == 2 ? 1 : q[1];
    return tape.template record<AlignmentSums<Scalar>>({query, key}, Shape{q[0], length, k[1], k[2]});
}

template Var alignmentSums(Tape<float>&, Var, Var);
template Var alignmentSums(Tape<double>&, Var, Var);

}  // namespace attentarium
