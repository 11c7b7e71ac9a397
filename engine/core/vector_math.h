#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <utility>

#include "engine/core/vector_types.h"

namespace attentarium {

// Functions that the compiler turns into vector instructions when called in a loop. The double ones are the exact
// library functions, since double is what everything is checked with.

inline double exponential(double x) {
    return std::exp(x);
}

/// x = n·ln 2 + r with |r| ≤ ln 2 / 2, for |x| < 88: e^x is 2ⁿ · (series · r + 1), the series going to the seventh
/// power.
struct ReducedExponent {
    float power;  ///< 2ⁿ
    float series;
    float r;
};

inline ReducedExponent reduceExponent(float x) {
    constexpr float kRounding = 12582912.0f;  // 1.5 · 2²³: adding it leaves the nearest integer in the low bits
    constexpr float kLn2High = 0.693359375f;
    constexpr float kLn2Low = -2.12194440e-4f;
    const float shifted = x * std::numbers::log2e_v<float> + kRounding;
    const float n = shifted - kRounding;
    const float r = (x - n * kLn2High) - n * kLn2Low;
    float series = 1.0f / 5040;
    series = series * r + 1.0f / 720;
    series = series * r + 1.0f / 120;
    series = series * r + 1.0f / 24;
    series = series * r + 1.0f / 6;
    series = series * r + 0.5f;
    series = series * r + 1.0f;
    return {std::bit_cast<float>((std::bit_cast<std::uint32_t>(shifted) << 23) + 0x3f800000u), series, r};
}

/// e^x to about 2 units in the last place; 0 below −87, where float runs out; NaN stays NaN.
inline float exponential(float x) {
    float clamped = x > 88.0f ? 88.0f : x;
    clamped = clamped < -87.0f ? -87.0f : clamped;
    const ReducedExponent e = reduceExponent(clamped);
    return x < -87.0f ? 0.0f : (e.series * e.r + 1.0f) * e.power;
}

/// 1 / (1 + e^−x)
template <typename Scalar>
Scalar logistic(Scalar x) {
    return 1 / (1 + exponential(-x));
}

inline double hyperbolicTangent(double x) {
    return std::tanh(x);
}

/// tanh x = −u / (u + 2) with u = e^−2x − 1, to about 3 units in the last place. Here u is
/// 2ⁿ · (series · r) + (2ⁿ − 1), so that nothing cancels near 0.
inline float hyperbolicTangent(float x) {
    float y = -2.0f * x;
    y = y > 87.0f ? 87.0f : y;
    y = y < -87.0f ? -87.0f : y;
    const ReducedExponent e = reduceExponent(y);
    const float u = e.power * (e.series * e.r) + (e.power - 1.0f);
    return -u / (u + 2.0f);
}

/// Φ(x), the share of a standard normal below x, and φ(x), its density there.
template <typename Scalar>
struct Normal {
    Scalar below, density;
};

inline Normal<double> normalAt(double x) {
    return {0.5 * std::erfc(-x / std::numbers::sqrt2), std::exp(-0.5 * x * x) / std::sqrt(2 * std::numbers::pi)};
}
/// Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26, within 1e-7.
inline Normal<float> normalAt(float x) {
    const float z = std::abs(x) * 0.707106781f;
    const float t = 1.0f / (1.0f + 0.3275911f * z);
    const float polynomial =
        t * (0.254829592f + t * (-0.284496736f + t * (1.421413741f + t * (-1.453152027f + t * 1.061405429f))));
    const float fall = exponential(-z * z);
    const float tail = 0.5f * polynomial * fall;
    return {x > 0.0f ? 1.0f - tail : tail, fall * 0.398942280f};
}

template <typename Scalar>
Scalar normalShareBelow(Scalar x) {
    return normalAt(x).below;
}

// Sums over the lanes of a vector, in an order that depends on the length alone and never on where the memory lies.

/// The first `count` lanes are the numbers at `from`, the others `rest`.
template <typename Scalar>
void loadPart(Vector<Scalar>& lanes, const Scalar* from, std::int64_t count, Scalar rest) {
    alignas(kVectorBytes) Scalar whole[kVectorLanes<Scalar>];
    for (int lane = 0; lane < kVectorLanes<Scalar>; ++lane) whole[lane] = lane < count ? from[lane] : rest;
    lanes = loadVector(whole);
}

/// In each lane `combine` of all lanes: first with the lane half a vector away, then a quarter, and so on.
template <int kStep, typename Scalar, typename Combine, std::size_t... kLane>
void combineLanes(Vector<Scalar>& lanes, const Combine& combine, std::index_sequence<kLane...> all) {
    combine(lanes, __builtin_shufflevector(lanes, lanes, (static_cast<int>(kLane) ^ kStep)...));
    if constexpr (kStep > 1) combineLanes<kStep / 2, Scalar>(lanes, combine, all);
}

template <typename Scalar, typename Combine>
Scalar combined(Vector<Scalar>& lanes, const Combine& combine) {
    constexpr int kLanes = kVectorLanes<Scalar>;
    combineLanes<kLanes / 2, Scalar>(lanes, combine, std::make_index_sequence<kLanes>());
    return lanes[0];
}

struct AddLanes {
    template <typename Vector>
    void operator()(Vector& sums, const Vector& next) const {
        sums += next;
    }
};

struct KeepLarger {
    template <typename Vector>
    void operator()(Vector& largest, const Vector& next) const {
        largest = next > largest ? next : largest;
    }
};

template <typename Scalar>
Scalar sumOf(const Scalar* x, std::int64_t count) {
    constexpr int kLanes = kVectorLanes<Scalar>;
    Vector<Scalar> sums{}, part;
    std::int64_t i = 0;
    for (; i + kLanes <= count; i += kLanes) sums += loadVector(x + i);
    if (i < count) {
        loadPart(part, x + i, count - i, Scalar{0});
        sums += part;
    }
    return combined<Scalar>(sums, AddLanes());
}

template <typename Scalar>
Scalar dotProduct(const Scalar* x, const Scalar* y, std::int64_t count) {
    constexpr int kLanes = kVectorLanes<Scalar>;
    Vector<Scalar> sums{}, left, right;
    std::int64_t i = 0;
    for (; i + kLanes <= count; i += kLanes) sums += loadVector(x + i) * loadVector(y + i);
    if (i < count) {
        loadPart(left, x + i, count - i, Scalar{0});
        loadPart(right, y + i, count - i, Scalar{0});
        sums += left * right;
    }
    return combined<Scalar>(sums, AddLanes());
}

/// The largest of `count` ≥ 1 numbers; NaN where the first one is NaN, and other NaNs are passed over.
template <typename Scalar>
Scalar largestOf(const Scalar* x, std::int64_t count) {
    constexpr int kLanes = kVectorLanes<Scalar>;
    constexpr KeepLarger keep;
    Vector<Scalar> largest = Vector<Scalar>{} + x[0], part;
    std::int64_t i = 0;
    for (; i + kLanes <= count; i += kLanes) keep(largest, loadVector(x + i));
    if (i < count) {
        loadPart(part, x + i, count - i, x[0]);
        keep(largest, part);
    }
    return combined<Scalar>(largest, keep);
}

}  // namespace attentarium
