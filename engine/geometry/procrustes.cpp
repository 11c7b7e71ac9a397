// GCC 12 takes the first argument of some AVX-512 functions for uninitialised.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#define EIGEN_DONT_PARALLELIZE
#include "engine/geometry/procrustes.h"

#include <Eigen/SVD>
#include <algorithm>

#include "engine/core/error.h"

namespace attentarium {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Eigen::Map<const Matrix> mapped(const Points& points) {
    return {points.values.data(), points.count, points.dimensions};
}

std::vector<double> numbers(const Eigen::RowVectorXd& row) {
    return {row.data(), row.data() + row.size()};
}

}  // namespace

Procrustes procrustes(const Points& from, const Points& to) {
    expects(from.count == to.count && from.count > 0, "[procrustes] needs as many points on both sides, and one");
    const Eigen::RowVectorXd fromMean = mapped(from).colwise().mean(), toMean = mapped(to).colwise().mean();
    const Matrix a = mapped(from).rowwise() - fromMean, b = mapped(to).rowwise() - toMean;
    const Eigen::MatrixXd product = a.transpose() * b;
    const Eigen::BDCSVD<Eigen::MatrixXd> svd(product, Eigen::ComputeThinU | Eigen::ComputeThinV);
    const Matrix turn = svd.matrixU() * svd.matrixV().transpose();
    Procrustes result;
    result.fromMean = numbers(fromMean);
    result.toMean = numbers(toMean);
    result.turn = Points(from.dimensions, to.dimensions);
    std::copy(turn.data(), turn.data() + turn.size(), result.turn.values.begin());
    // What counts of `from` is what the turn keeps: of a wider space only a part.
    const Matrix turned = a * turn;
    const double reach = turned.squaredNorm(), whole = b.squaredNorm();
    result.scale = reach > 0 ? svd.singularValues().sum() / reach : 1;
    result.left = whole > 0 ? std::clamp((b - result.scale * turned).squaredNorm() / whole, 0.0, 1.0) : 0;
    return result;
}

Points aligned(const Procrustes& alignment, const Points& points) {
    expects(points.dimensions == alignment.turn.count, "[procrustes] the points are of another space");
    const Eigen::Map<const Eigen::RowVectorXd> fromMean(alignment.fromMean.data(), points.dimensions);
    const Eigen::Map<const Eigen::RowVectorXd> toMean(alignment.toMean.data(), alignment.turn.dimensions);
    const Matrix placed =
        ((mapped(points).rowwise() - fromMean) * mapped(alignment.turn) * alignment.scale).rowwise() + toMean;
    Points result(points.count, alignment.turn.dimensions);
    std::copy(placed.data(), placed.data() + placed.size(), result.values.begin());
    return result;
}

}  // namespace attentarium
