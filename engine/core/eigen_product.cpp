// GCC 12 takes the first argument of some AVX-512 functions for uninitialised.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#define EIGEN_DONT_PARALLELIZE
#include "engine/core/eigen_product.h"

#include <Eigen/Core>

namespace attentarium {
namespace {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

template <typename Mapped, typename Scalar>
auto mapped(MatrixView<Scalar> view) {
    return Eigen::Map<Mapped, Eigen::Unaligned, Eigen::OuterStride<>>(view.data, view.rows, view.columns,
                                                                      Eigen::OuterStride<>(view.stride));
}

}  // namespace

void eigenProduct(MatrixView<const float> left, MatrixView<const float> right, MatrixView<float> result) {
    mapped<Matrix>(result).noalias() = mapped<const Matrix>(left) * mapped<const Matrix>(right);
}

}  // namespace attentarium
