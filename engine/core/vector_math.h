#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numbers>

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

inline double normalDensity(double x) {
    return std::exp(-0.5 * x * x) / std::sqrt(2 * std::numbers::pi);
}
inline float normalDensity(float x) {
    return exponential(-0.5f * x * x) * 0.398942280f;
}

/// Φ(x): the share of a standard normal below x.
inline double normalShareBelow(double x) {
    return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}
/// Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26, within 1e-7.
inline float normalShareBelow(float x) {
    const float z = std::abs(x) * 0.707106781f;
    const float t = 1.0f / (1.0f + 0.3275911f * z);
    const float polynomial =
        t * (0.254829592f + t * (-0.284496736f + t * (1.421413741f + t * (-1.453152027f + t * 1.061405429f))));
    const float tail = 0.5f * polynomial * exponential(-z * z);
    return x > 0.0f ? 1.0f - tail : tail;
}

// Sums over many lanes, in an order that depends on the length alone and never on where the memory lies.
inline constexpr std::int64_t kLanes = 16;

template <typename Scalar>
Scalar sumOfLanes(const std::array<Scalar, kLanes>& lanes) {
    Scalar sum = 0;
    for (const Scalar lane : lanes) sum += lane;
    return sum;
}

template <typename Scalar>
Scalar sumOf(const Scalar* x, std::int64_t count) {
    std::array<Scalar, kLanes> lanes{};
    std::int64_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        for (std::int64_t lane = 0; lane < kLanes; ++lane) lanes[static_cast<std::size_t>(lane)] += x[i + lane];
    }
    for (; i < count; ++i) lanes[static_cast<std::size_t>(i % kLanes)] += x[i];
    return sumOfLanes(lanes);
}

template <typename Scalar>
Scalar dotProduct(const Scalar* x, const Scalar* y, std::int64_t count) {
    std::array<Scalar, kLanes> lanes{};
    std::int64_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        for (std::int64_t lane = 0; lane < kLanes; ++lane)
            lanes[static_cast<std::size_t>(lane)] += x[i + lane] * y[i + lane];
    }
    for (; i < count; ++i) lanes[static_cast<std::size_t>(i % kLanes)] += x[i] * y[i];
    return sumOfLanes(lanes);
}

/// The largest of `count` ≥ 1 numbers; NaNs are passed over.
template <typename Scalar>
Scalar largestOf(const Scalar* x, std::int64_t count) {
    Scalar largest = x[0];
    for (std::int64_t i = 1; i < count; ++i) largest = x[i] > largest ? x[i] : largest;
    return largest;
}

}  // namespace attentarium
