// GCC 12 takes the first argument of some AVX-512 functions for uninitialised.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#define EIGEN_DONT_PARALLELIZE
#include "engine/geometry/principal_components.h"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

#include "engine/core/error.h"
#include "engine/geometry/similarity.h"

namespace attentarium {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Points centred(const Points& points, const std::vector<double>& mean) {
    Points result = points;
    for (std::int64_t point = 0; point < points.count; ++point) {
        for (std::size_t i = 0; i < mean.size(); ++i) result[point][i] -= mean[i];
    }
    return result;
}

std::vector<double> meanOf(const Points& points) {
    std::vector<double> mean(static_cast<std::size_t>(points.dimensions));
    for (std::int64_t point = 0; point < points.count; ++point) {
        for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += points[point][i];
    }
    for (double& value : mean) value /= static_cast<double>(points.count);
    return mean;
}

}  // namespace

PrincipalComponents principalComponents(const Points& points, std::int64_t components) {
    expects(points.count > 0 && points.dimensions > 0, "[principal_components] needs a point");
    PrincipalComponents result;
    result.mean = meanOf(points);
    const Points from = centred(points, result.mean);
    const Eigen::Map<const Matrix> centredPoints(from.values.data(), from.count, from.dimensions);
    const Matrix covariance =
        centredPoints.transpose() * centredPoints / static_cast<double>(std::max<std::int64_t>(1, points.count - 1));
    const Eigen::SelfAdjointEigenSolver<Matrix> solver(covariance);
    const double whole = std::max(0.0, covariance.trace());
    result.axes = Points(std::min(components, points.dimensions), points.dimensions);
    for (std::int64_t axis = 0; axis < result.axes.count; ++axis) {
        // The solver has the largest last.
        const std::int64_t column = points.dimensions - 1 - axis;
        const double variance = std::max(0.0, solver.eigenvalues()[column]);
        result.shares.push_back(whole > 0 ? variance / whole : 0);
        result.lengths.push_back(std::sqrt(variance));
        const auto direction = result.axes[axis];
        for (std::int64_t i = 0; i < points.dimensions; ++i) {
            direction[static_cast<std::size_t>(i)] = solver.eigenvectors()(i, column);
        }
        const double largest = *std::ranges::max_element(direction, {}, [](double value) { return std::abs(value); });
        if (largest < 0) {
            for (double& value : direction) value = -value;
        }
    }
    return result;
}

Points projected(const PrincipalComponents& components, const Points& points) {
    const Points from = centred(points, components.mean);
    Points places(points.count, components.axes.count);
    for (std::int64_t point = 0; point < points.count; ++point) {
        for (std::int64_t axis = 0; axis < components.axes.count; ++axis) {
            places[point][static_cast<std::size_t>(axis)] = dot(from[point], components.axes[axis]);
        }
    }
    return places;
}

}  // namespace attentarium
