// Eigen allocates inside products larger than this unless told to use the stack.
#define EIGEN_STACK_ALLOCATION_LIMIT (4 * 1024 * 1024)
#define EIGEN_DONT_PARALLELIZE
#include "engine/core/matrix_product.h"

#include <Eigen/Core>

#include "engine/core/error.h"

namespace attentarium {
namespace {

template <typename Scalar>
using Matrix = Eigen::Matrix<std::remove_const_t<Scalar>, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

template <typename Scalar>
auto mapped(MatrixView<Scalar> view) {
    using Mapped = std::conditional_t<std::is_const_v<Scalar>, const Matrix<Scalar>, Matrix<Scalar>>;
    return Eigen::Map<Mapped, Eigen::Unaligned, Eigen::OuterStride<>>(view.data, view.rows, view.columns,
                                                                      Eigen::OuterStride<>(view.stride));
}

// The sizes of the caches decide how Eigen cuts a product and so the order of its sums; naming them keeps
// the bits independent of what the library detects.
[[maybe_unused]] const bool kCachesNamed = [] {
    Eigen::setCpuCacheSizes(32 * 1024, 512 * 1024, 8 * 1024 * 1024);
    return true;
}();

template <typename Result, typename Product>
void assign(Result&& result, const Product& product, Store store) {
    if (store == Store::Replace) {
        result.noalias() = product;
    } else {
        result.noalias() += product;
    }
}

}  // namespace

template <typename Scalar>
void matrixProduct(MatrixView<const Scalar> left, MatrixView<const Scalar> right, MatrixView<Scalar> result,
                   Transpose transpose, Store store) {
    const auto l = mapped(left);
    const auto r = mapped(right);
    auto y = mapped(result);
    switch (transpose) {
        case Transpose::None:
            expects(left.columns == right.rows && result.rows == left.rows && result.columns == right.columns,
                    "[matrix product] sizes do not fit");
            assign(y, l * r, store);
            break;
        case Transpose::Left:
            expects(left.rows == right.rows && result.rows == left.columns && result.columns == right.columns,
                    "[matrix product] sizes do not fit");
            assign(y, l.transpose() * r, store);
            break;
        case Transpose::Right:
            expects(left.columns == right.columns && result.rows == left.rows && result.columns == right.rows,
                    "[matrix product] sizes do not fit");
            assign(y, l * r.transpose(), store);
            break;
    }
}

template void matrixProduct(MatrixView<const float>, MatrixView<const float>, MatrixView<float>, Transpose, Store);
template void matrixProduct(MatrixView<const double>, MatrixView<const double>, MatrixView<double>, Transpose, Store);

}  // namespace attentarium
