#include "engine/ops/layer_norm.h"

#include <algorithm>
#include <cmath>

#include "engine/core/error.h"
#include "engine/core/vector_math.h"

namespace attentarium {
namespace {

constexpr std::size_t kX = 0, kGain = 1, kBias = 2;
constexpr std::int64_t kColumnsPerPiece = 64;

template <typename Scalar>
struct RowMoments {
    Scalar mean;
    Scalar variance;
    Scalar inverseDeviation;  // 1 / √(variance + ε)
};

template <typename Scalar>
RowMoments<Scalar> momentsOf(const Scalar* x, std::int64_t width, Scalar* scratch) {
    const Scalar mean = sumOf(x, width) / static_cast<Scalar>(width);
    for (std::int64_t i = 0; i < width; ++i) scratch[i] = x[i] - mean;
    const Scalar variance = dotProduct(scratch, scratch, width) / static_cast<Scalar>(width);
    return {mean, variance, 1 / std::sqrt(variance + static_cast<Scalar>(kLayerNormEpsilon))};
}

/// One scratch row for each piece of rows that `forEachRows` hands out.
template <typename Scalar>
class ScratchRows {
  public:
    ScratchRows(Arena& arena, std::int64_t rows, std::int64_t width)
        : m_perPiece(rowsPerPiece(rows)),
          m_width(width),
          m_memory(arena.allocate<Scalar>(static_cast<std::size_t>((rows + m_perPiece - 1) / m_perPiece * width))) {}
    Scalar* ofPieceAt(std::int64_t firstRow) const { return m_memory.data() + firstRow / m_perPiece * m_width; }

  private:
    std::int64_t m_perPiece;
    std::int64_t m_width;
    std::span<Scalar> m_memory;
};

// y[r, i] = (x[r, i] − mean_r) / √(variance_r + ε) · gain[i] + bias[i]
template <typename Scalar>
class LayerNorm final : public Op<Scalar> {
  public:
    std::string_view name() const override { return "layer_norm"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[kX];
        const std::int64_t width = x.columns();
        const Scalar* gain = pass.inputs[kGain].data;
        const Scalar* bias = pass.inputs[kBias].data;
        const ScratchRows<Scalar> scratch(pass.scratch, x.rows(), width);
        forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            Scalar* centred = scratch.ofPieceAt(first);
            for (std::int64_t r = first; r < last; ++r) {
                const auto moments = momentsOf(x.row(r), width, centred);
                Scalar* y = pass.output.row(r);
                for (std::int64_t i = 0; i < width; ++i) {
                    y[i] = centred[i] * moments.inverseDeviation * gain[i] + bias[i];
                }
            }
        });
    }

    // Forward was y = n · gain + bias with n = (x − mean) / deviation, so now with dn = dy · gain:
    // dx = (dn − mean(dn) − n · mean(dn · n)) / deviation, dgain = Σ_r dy · n, dbias = Σ_r dy.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& x = pass.inputs[kX];
        const std::int64_t width = x.columns();
        const auto& dx = pass.inputGradients[kX];
        const Scalar* gain = pass.inputs[kGain].data;
        Scalar* normalised = pass.scratch.template allocate<Scalar>(static_cast<std::size_t>(x.count())).data();
        const ScratchRows<Scalar> scratch(pass.scratch, x.rows(), width);
        forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            Scalar* dn = scratch.ofPieceAt(first);
            for (std::int64_t r = first; r < last; ++r) {
                Scalar* n = normalised + r * width;
                const Scalar inverseDeviation = momentsOf(x.row(r), width, n).inverseDeviation;
                const Scalar* dy = pass.outputGradient.row(r);
                for (std::int64_t i = 0; i < width; ++i) n[i] *= inverseDeviation;
                if (!dx) continue;
                for (std::int64_t i = 0; i < width; ++i) dn[i] = dy[i] * gain[i];
                const Scalar mean = sumOf(dn, width) / static_cast<Scalar>(width);
                const Scalar along = dotProduct(dn, n, width) / static_cast<Scalar>(width);
                Scalar* to = dx.row(r);
                if (pass.storeOf(kX) == Store::Replace) std::fill_n(to, width, Scalar{0});
                for (std::int64_t i = 0; i < width; ++i) to[i] += (dn[i] - mean - n[i] * along) * inverseDeviation;
            }
        });
        const auto& dgain = pass.inputGradients[kGain];
        const auto& dbias = pass.inputGradients[kBias];
        // Each piece takes some of the columns and so writes cells of its own.
        const std::int64_t rows = x.rows();
        forEachRows(pass.parallel, width, kColumnsPerPiece, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t r = 0; r < rows; ++r) {
                const Scalar* dy = pass.outputGradient.data + r * width;
                const Scalar* n = normalised + r * width;
                for (std::int64_t i = first; dgain && i < last; ++i) dgain.data[i] += dy[i] * n[i];
                for (std::int64_t i = first; dbias && i < last; ++i) dbias.data[i] += dy[i];
            }
        });
    }

    bool overwrites(std::size_t slot) const override { return slot == kX; }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        const std::int64_t width = recorded.output.columns();
        const Moments moments = exactMoments(recorded, index / width);
        Explanation why{recorded.node, Rule::Normalise};
        why.intermediates.mean = moments.mean;
        why.intermediates.variance = moments.variance;
        why.intermediates.epsilon = kLayerNormEpsilon;
        why.terms.push_back({1, recorded.input(kX, index), {}});
        why.terms.push_back({1, recorded.input(kGain, index % width), {}});
        why.terms.push_back({1, recorded.input(kBias, index % width), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t slot,
                                std::int64_t index) const override {
        const std::int64_t width = recorded.output.columns();
        Explanation why{recorded.node, Rule::SumOfProducts};
        if (slot == kX) {
            // ∂y_k/∂x_i = gain_k / deviation · ([k = i] − 1/width − n_k · n_i / width)
            const std::int64_t row = index / width, i = index % width;
            const Moments moments = exactMoments(recorded, row);
            const double deviation = std::sqrt(moments.variance + kLayerNormEpsilon);
            const auto n = [&](std::int64_t k) {
                return (static_cast<double>(recorded.inputs[kX].row(row)[k]) - moments.mean) / deviation;
            };
            for (std::int64_t k = 0; k < width; ++k) {
                const double slope =
                    ((k == i ? 1.0 : 0.0) - (1 + n(k) * n(i)) / static_cast<double>(width)) / deviation;
                why.terms.push_back({slope, recorded.gradient(row * width + k), recorded.input(kGain, k)});
            }
        } else {
            for (std::int64_t row = 0; row < recorded.output.rows(); ++row) {
                double n = 1;
                if (slot == kGain) {
                    const Moments moments = exactMoments(recorded, row);
                    n = (static_cast<double>(recorded.inputs[kX].row(row)[index]) - moments.mean) /
                        std::sqrt(moments.variance + kLayerNormEpsilon);
                }
                why.terms.push_back({n, recorded.gradient(row * width + index), {}});
            }
        }
        computeTotal(why);
        return why;
    }

  private:
    struct Moments {
        double mean = 0;
        double variance = 0;
    };
    static Moments exactMoments(const RecordedOp<Scalar>& recorded, std::int64_t row) {
        const std::int64_t width = recorded.output.columns();
        const Scalar* x = recorded.inputs[kX].row(row);
        Moments moments;
        for (std::int64_t i = 0; i < width; ++i) moments.mean += static_cast<double>(x[i]);
        moments.mean /= static_cast<double>(width);
        for (std::int64_t i = 0; i < width; ++i) {
            const double centred = static_cast<double>(x[i]) - moments.mean;
            moments.variance += centred * centred / static_cast<double>(width);
        }
        return moments;
    }
};

}  // namespace

template <typename Scalar>
Var layerNorm(Tape<Scalar>& tape, Var x, Var gain, Var bias) {
    const Shape shape = tape.shape(x);
    expects(shape.rank() >= 1, "[layer_norm] needs rank 1 or more");
    expects(tape.shape(gain) == Shape{shape[-1]} && tape.shape(bias) == Shape{shape[-1]},
            "[layer_norm] gain and bias must have the size of the last axis");
    return tape.template record<LayerNorm<Scalar>>({x, gain, bias}, shape);
}

template Var layerNorm(Tape<float>&, Var, Var, Var);
template Var layerNorm(Tape<double>&, Var, Var, Var);

}  // namespace attentarium
