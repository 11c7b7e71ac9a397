#include "engine/probe/word_bias.h"

#include <algorithm>
#include <cmath>

#include "engine/core/error.h"
#include "engine/geometry/similarity.h"

namespace attentarium {
namespace {

constexpr int kMostTurns = 2000;

void makeUnit(std::span<double> vector) {
    const double size = length(vector);
    for (double& number : vector) number = size > 0 ? number / size : 0;
}

Points unit(Points points) {
    for (std::int64_t i = 0; i < points.count; ++i) makeUnit(points[i]);
    return points;
}

}  // namespace

BiasDirection biasDirection(const Points& all, std::span<const std::pair<int, int>> pairs) {
    const Points points = unit(all);
    const auto width = static_cast<std::size_t>(points.dimensions);
    std::vector<std::vector<double>> differences;
    BiasDirection bias{std::vector<double>(width), 0};
    double whole = 0, longest = 0;
    for (const auto& [first, second] : pairs) {
        std::vector<double>& difference = differences.emplace_back(width);
        for (std::size_t i = 0; i < width; ++i) difference[i] = points[first][i] - points[second][i];
        const double square = dot(difference, difference);
        whole += square;
        // Begins with the widest pair, so that it cannot begin at right angles to what it looks for.
        if (square > longest) bias.direction = difference;
        longest = std::max(longest, square);
    }
    if (whole == 0) return bias;
    makeUnit(bias.direction);
    // The direction that C = Σ d dᵀ stretches most, by the power method.
    for (int turn = 0; turn < kMostTurns; ++turn) {
        std::vector<double> next(width);
        for (const auto& difference : differences) {
            const double part = dot(difference, bias.direction);
            for (std::size_t i = 0; i < width; ++i) next[i] += part * difference[i];
        }
        makeUnit(next);
        double moved = 0;
        for (std::size_t i = 0; i < width; ++i) moved = std::max(moved, std::abs(next[i] - bias.direction[i]));
        bias.direction = std::move(next);
        if (moved < 1e-14) break;
    }
    double along = 0, sum = 0;
    for (const auto& difference : differences) {
        const double part = dot(difference, bias.direction);
        along += part * part;
        sum += part;
    }
    bias.share = along / whole;
    if (sum < 0) {
        for (double& number : bias.direction) number = -number;
    }
    return bias;
}

Lean leanOf(const Points& points, std::span<const std::pair<int, int>> pairs, std::span<const int> words,
            const BiasDirection& bias) {
    Lean lean;
    for (const int word : words) {
        lean.along.push_back(cosine(points[word], bias.direction));
        lean.mean += std::abs(lean.along.back()) / static_cast<double>(words.size());
        double nearness = 0;
        for (const auto& [first, second] : pairs) {
            nearness += cosine(points[word], points[first]) - cosine(points[word], points[second]);
        }
        lean.nearness.push_back(pairs.empty() ? 0 : nearness / static_cast<double>(pairs.size()));
    }
    return lean;
}

Points neutralised(const Points& points, std::span<const int> words, const BiasDirection& bias) {
    Points result = unit(points);
    for (const int word : words) {
        const std::span<double> vector = result[word];
        const double part = dot(vector, bias.direction);
        for (std::size_t i = 0; i < vector.size(); ++i) vector[i] -= part * bias.direction[i];
        makeUnit(vector);
    }
    return result;
}

double correlation(std::span<const double> a, std::span<const double> b) {
    expects(a.size() == b.size(), "[word_bias] two lists of different lengths");
    if (a.empty()) return 0;
    const auto count = static_cast<double>(a.size());
    double meanA = 0, meanB = 0, both = 0, squareA = 0, squareB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        meanA += a[i] / count;
        meanB += b[i] / count;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (a[i] - meanA) * (b[i] - meanB);
        squareA += (a[i] - meanA) * (a[i] - meanA);
        squareB += (b[i] - meanB) * (b[i] - meanB);
    }
    const double size = std::sqrt(squareA * squareB);
    return size > 1e-300 ? both / size : 0;
}

}  // namespace attentarium
