#include "engine/ops/dropout.h"

#include <cmath>

#include "engine/core/error.h"

namespace attentarium {
namespace {

/// Mixes the bits of a number so that neighbours have nothing in common (Ellis, 2018, "lowbias32").
constexpr std::uint32_t mixed(std::uint32_t x) {
    x = (x ^ (x >> 16)) * 0x7feb352du;
    x = (x ^ (x >> 15)) * 0x846ca68bu;
    return x ^ (x >> 16);
}

/// Whether a cell is kept: a hash of seed, place and cell, not below the rate.
class Mask {
  public:
    Mask(double rate, std::uint64_t seed, std::uint64_t place)
        : m_threshold(static_cast<std::uint32_t>(std::ldexp(rate, 32))),
          m_first(mixed(static_cast<std::uint32_t>(seed) + 0x9e3779b9u * static_cast<std::uint32_t>(place))),
          m_second(mixed(static_cast<std::uint32_t>(seed >> 32) ^ m_first)) {}

    bool keeps(std::int64_t cell) const {
        return mixed(mixed(static_cast<std::uint32_t>(cell) + m_first) ^ m_second) >= m_threshold;
    }

  private:
    std::uint32_t m_threshold;
    std::uint32_t m_first;
    std::uint32_t m_second;
};

// y[i] = x[i] / (1 − rate) where the mask keeps i, else 0
template <typename Scalar>
class Dropout final : public Op<Scalar> {
  public:
    Dropout(double rate, std::uint64_t seed, std::uint64_t place)
        : m_factor(static_cast<Scalar>(1 / (1 - rate))), m_mask(rate, seed, place) {}

    std::string_view name() const override { return "dropout"; }

    void forward(const ForwardPass<Scalar>& pass) override {
        const auto& x = pass.inputs[0];
        forEachRows(pass.parallel, x.rows(), rowsPerPiece(x.rows()), [&](std::int64_t first, std::int64_t last) {
            const std::int64_t end = last * x.columns();
            for (std::int64_t i = first * x.columns(); i < end; ++i) pass.output.data[i] = factorAt(i) * x.data[i];
        });
    }

    // Forward multiplied each cell by 0 or 1 / (1 − rate), so now its gradient is multiplied by the same.
    void backward(const BackwardPass<Scalar>& pass) const override {
        const auto& dx = pass.inputGradients[0];
        if (!dx) return;
        forEachRows(pass.parallel, dx.rows(), rowsPerPiece(dx.rows()), [&](std::int64_t first, std::int64_t last) {
            const std::int64_t end = last * dx.columns();
            for (std::int64_t i = first * dx.columns(); i < end; ++i) {
                dx.data[i] += factorAt(i) * pass.outputGradient.data[i];
            }
        });
    }

    Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::SumOfProducts};
        why.terms.push_back({static_cast<double>(factorAt(index)), recorded.input(0, index), {}});
        computeTotal(why);
        return why;
    }

    Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t, std::int64_t index) const override {
        Explanation why{recorded.node, Rule::SumOfProducts};
        why.terms.push_back({static_cast<double>(factorAt(index)), recorded.gradient(index), {}});
        computeTotal(why);
        return why;
    }

  private:
    Scalar factorAt(std::int64_t cell) const { return m_mask.keeps(cell) ? m_factor : Scalar{0}; }

    Scalar m_factor;
    Mask m_mask;
};

}  // namespace

template <typename Scalar>
Var dropout(Tape<Scalar>& tape, Var x) {
    const double rate = tape.dropoutRate();
    if (rate == 0) return x;
    expects(rate > 0 && rate < 1, "[dropout] the rate must be in [0, 1)");
    return tape.template record<Dropout<Scalar>>({x}, tape.shape(x), rate, tape.dropoutSeed(), tape.size());
}

template Var dropout(Tape<float>&, Var);
template Var dropout(Tape<double>&, Var);

}  // namespace attentarium
