#include "engine/ops/rms_norm.h"

#include <cmath>

#include "engine/core/error.h"
#include "engine/core/vector_math.h"

namespace attentarium {
namespace {

constexpr std::size_t kX = 0, kGain = 1;

/// 1 / √(mean of x² + ε)
template <typename Scalar>
Scalar inverseSize(const Scalar* x, std::int64_t width) {
    const Scalar meanSquare = dotProduct(x, x, width) / static_cast<Scalar>(width);
    return 1 / std::sqrt(meanSquare + static_cast<Scalar>(kRmsNormEpsilon));
}

// y[r, i] = x[r, i] / size_r · gain[i] with size_r = √(mean of x[r]² + ε)
template <typename Scalar>
class RmsNorm final : public Op<Scalar> {
  public:
    std::string_view name() const override { return "rms_norm"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[kX];
        const std::int64_t width = x.columns();
        const Scalar* gain = pass.inputs[kGain].data;
        forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t r = first; r < last; ++r) {
                const Scalar* from = x.row(r);
                const Scalar inverse = inverseSize(from, width);
                Scalar* y = pass.output.row(r);
                for (std::int64_t i = 0; i < width; ++i) y[i] = from[i] * inverse * gain[i];
            }
        });
    }

    // Forward was y = n · gain with n = x / size, so now with dn = dy · gain: dx = (dn − n · mean(dn · n)) / size,
    // dgain = Σ_r dy · n.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& x = pass.inputs[kX];
        const std::int64_t width = x.columns();
        const Scalar* gain = pass.inputs[kGain].data;
        Scalar* inverses = pass.scratch.template allocate<Scalar>(static_cast<std::size_t>(x.rows())).data();
        forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t r = first; r < last; ++r) {
                const Scalar* from = x.row(r);
                const Scalar* dy = pass.outputGradient.row(r);
                const Scalar inverse = inverses[r] = inverseSize(from, width);
                if (!pass.inputGradients[kX]) continue;
                Scalar along = 0;
                for (std::int64_t i = 0; i < width; ++i) along += dy[i] * gain[i] * from[i];
                const Scalar share = along * inverse * inverse / static_cast<Scalar>(width);
                Scalar* dx = pass.inputGradients[kX].row(r);
                for (std::int64_t i = 0; i < width; ++i) dx[i] += (dy[i] * gain[i] - from[i] * share) * inverse;
            }
        });
        const auto& dgain = pass.inputGradients[kGain];
        if (!dgain) return;
        for (std::int64_t r = 0; r < x.rows(); ++r) {
            const Scalar* dy = pass.outputGradient.row(r);
            for (std::int64_t i = 0; i < width; ++i) dgain.data[i] += dy[i] * x.row(r)[i] * inverses[r];
        }
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const std::int64_t width = recorded.output.columns();
        Explanation why{recorded.node, Rule::SumOfProducts};
        why.terms.push_back(
            {1 / sizeOf(recorded, index / width), recorded.input(kX, index), recorded.input(kGain, index % width)});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t slot,
                                std::int64_t index) const override {
        const std::int64_t width = recorded.output.columns();
        Explanation why{recorded.node, Rule::SumOfProducts};
        if (slot == kX) {
            // ∂y_k/∂x_i = gain_k / size · ([k = i] − n_k · n_i / width)
            const std::int64_t row = index / width, i = index % width;
            const double size = sizeOf(recorded, row);
            const auto n = [&](std::int64_t k) { return static_cast<double>(recorded.inputs[kX].row(row)[k]) / size; };
            for (std::int64_t k = 0; k < width; ++k) {
                const double slope = ((k == i ? 1.0 : 0.0) - n(k) * n(i) / static_cast<double>(width)) / size;
                why.terms.push_back({slope, recorded.gradient(row * width + k), recorded.input(kGain, k)});
            }
        } else {
            for (std::int64_t row = 0; row < recorded.output.rows(); ++row) {
                why.terms.push_back({1 / sizeOf(recorded, row), recorded.gradient(row * width + index),
                                     recorded.input(kX, row * width + index)});
            }
        }
        computeTotal(why);
        return why;
    }

  private:
    static double sizeOf(const RecordedOp<Scalar>& recorded, std::int64_t row) {
        const std::int64_t width = recorded.output.columns();
        double squares = 0;
        for (std::int64_t i = 0; i < width; ++i) {
            const auto x = static_cast<double>(recorded.inputs[kX].row(row)[i]);
            squares += x * x;
        }
        return std::sqrt(squares / static_cast<double>(width) + kRmsNormEpsilon);
    }
};

}  // namespace

template <typename Scalar>
Var rmsNorm(Tape<Scalar>& tape, Var x, Var gain) {
    const Shape shape = tape.shape(x);
    expects(shape.rank() >= 1, "[rms_norm] needs rank 1 or more");
    expects(tape.shape(gain) == Shape{shape[-1]}, "[rms_norm] the gain must have the size of the last axis");
    return tape.template record<RmsNorm<Scalar>>({x, gain}, shape);
}

template Var rmsNorm(Tape<float>&, Var, Var);
template Var rmsNorm(Tape<double>&, Var, Var);

}  // namespace attentarium
