#include "engine/train/gradient_clipping.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attentarium {
namespace {

// Sums of short pieces lose fewer digits than one long sum.
constexpr std::int64_t kPiece = 1 << 13;
constexpr std::int64_t kMostPieces = 16;

template <typename Scalar>
double squaresOf(const Scalar* x, std::int64_t count) {
    double lanes[8] = {};
    std::int64_t i = 0;
    for (; i + 8 <= count; i += 8) {
        for (int lane = 0; lane < 8; ++lane) {
            const auto value = static_cast<double>(x[i + lane]);
            lanes[lane] += value * value;
        }
    }
    for (; i < count; ++i) lanes[0] += static_cast<double>(x[i]) * static_cast<double>(x[i]);
    double sum = 0;
    for (const double lane : lanes) sum += lane;
    return sum;
}

}  // namespace

template <typename Scalar>
double gradientNorm(const std::vector<TensorView<Scalar>>& gradients, Parallel& parallel) {
    double total = 0;
    for (const TensorView<Scalar>& gradient : gradients) {
        const std::int64_t count = gradient.count();
        std::array<double, kMostPieces> sums{};
        const std::int64_t pieces = std::min<std::int64_t>(kMostPieces, (count + kPiece - 1) / kPiece);
        parallel.forEach(pieces, [&](std::int64_t piece) {
            double& sum = sums[static_cast<std::size_t>(piece)];
            const std::int64_t end = count * (piece + 1) / pieces;
            for (std::int64_t start = count * piece / pieces; start < end; start += kPiece) {
                sum += squaresOf(gradient.data + start, std::min(kPiece, end - start));
            }
        });
        for (const double sum : sums) total += sum;
    }
    return std::sqrt(total);
}

double clipFactor(double norm, double largest) {
    // The same small number as elsewhere keeps the factor finite when every gradient is zero.
    return norm > largest ? largest / (norm + 1e-6) : 1.0;
}

template double gradientNorm(const std::vector<TensorView<float>>&, Parallel&);
template double gradientNorm(const std::vector<TensorView<double>>&, Parallel&);

}  // namespace attentarium
