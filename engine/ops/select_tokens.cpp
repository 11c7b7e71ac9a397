#include "engine/ops/select_tokens.h"

#include <algorithm>

#include "engine/core/error.h"

namespace attentarium {
namespace {

// y[b, c] = x[b, places[b], c]
template <typename Scalar>
class SelectTokens final : public Op<Scalar> {
  public:
    SelectTokens(std::span<const int> places, std::int64_t tokens) : m_places(places), m_tokens(tokens) {}

    std::string_view name() const override { return "select_tokens"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const std::int64_t width = pass.output.columns();
        for (std::int64_t b = 0; b < pass.output.rows(); ++b) {
            std::copy_n(pass.inputs[0].data + rowOf(b) * width, width, pass.output.row(b));
        }
    }

    // Forward copied one token of each text, so now dy is added to that one.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        const std::int64_t width = pass.output.columns();
        for (std::int64_t b = 0; b < pass.output.rows(); ++b) {
            for (std::int64_t c = 0; c < width; ++c) dx.data[rowOf(b) * width + c] += pass.outputGradient.row(b)[c];
        }
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const std::int64_t width = recorded.output.columns();
        Explanation why{recorded.node, Rule::PassThrough};
        why.terms.push_back({1, recorded.input(0, rowOf(index / width) * width + index % width), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        const std::int64_t width = recorded.output.columns(), row = index / width, b = row / m_tokens;
        Explanation why{recorded.node, Rule::PassThrough};
        if (row == rowOf(b)) why.terms.push_back({1, recorded.gradient(b * width + index % width), {}});
        computeTotal(why);
        return why;
    }

  private:
    std::int64_t rowOf(std::int64_t text) const { return text * m_tokens + m_places[static_cast<std::size_t>(text)]; }

    std::span<const int> m_places;
    std::int64_t m_tokens;
};

}  // namespace

template <typename Scalar>
Var selectTokens(Tape<Scalar>& tape, Var x, std::span<const int> places) {
    const Shape shape = tape.shape(x);
    expects(shape.rank() == 3, "[select_tokens] needs rank 3");
    expects(static_cast<std::int64_t>(places.size()) == shape[0], "[select_tokens] needs one place for each text");
    for (const int place : places) expects(place >= 0 && place < shape[1], "[select_tokens] no token is there");
    return tape.template record<SelectTokens<Scalar>>({x}, Shape{shape[0], shape[2]},
                                                      tape.arena().template copy<int>(places), shape[1]);
}

template Var selectTokens(Tape<float>&, Var, std::span<const int>);
template Var selectTokens(Tape<double>&, Var, std::span<const int>);

}  // namespace attentarium
