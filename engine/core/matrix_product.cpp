// Eigen allocates inside products larger than this unless told to use the stack.
#define EIGEN_STACK_ALLOCATION_LIMIT (4 * 1024 * 1024)
#define EIGEN_DONT_PARALLELIZE
#include "engine/core/matrix_product.h"

#include <Eigen/Core>
#include <algorithm>

#include "engine/core/error.h"
#include "engine/core/vector_math.h"

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

// Small products and those of a single row or column take other ways through Eigen, whose sums depend on where the
// memory lies; these loops do not.
constexpr std::int64_t kSmall = 48;

template <typename Scalar>
void multiplySimply(const MatrixView<const Scalar>& left, const MatrixView<const Scalar>& right,
                    const MatrixView<Scalar>& result, Transpose transpose, Store store) {
    const std::int64_t depth = transpose == Transpose::Left ? left.rows : left.columns;
    for (std::int64_t i = 0; i < result.rows; ++i) {
        Scalar* y = result.data + i * result.stride;
        if (transpose == Transpose::Right) {
            for (std::int64_t j = 0; j < result.columns; ++j) {
                const Scalar sum = dotProduct(left.data + i * left.stride, right.data + j * right.stride, depth);
                y[j] = store == Store::Replace ? sum : y[j] + sum;
            }
            continue;
        }
        if (store == Store::Replace) std::fill_n(y, result.columns, Scalar{0});
        for (std::int64_t k = 0; k < depth; ++k) {
            const Scalar factor =
                transpose == Transpose::Left ? left.data[k * left.stride + i] : left.data[i * left.stride + k];
            const Scalar* row = right.data + k * right.stride;
            for (std::int64_t j = 0; j < result.columns; ++j) y[j] += factor * row[j];
        }
    }
}

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
    const bool leftTurned = transpose == Transpose::Left, rightTurned = transpose == Transpose::Right;
    const std::int64_t depth = leftTurned ? left.rows : left.columns;
    expects(depth == (rightTurned ? right.columns : right.rows) &&
                result.rows == (leftTurned ? left.columns : left.rows) &&
                result.columns == (rightTurned ? right.rows : right.columns),
            "[matrix product] sizes do not fit");
    if (result.rows == 1 || result.columns == 1 || result.rows + result.columns + depth < kSmall) {
        multiplySimply(left, right, result, transpose, store);
        return;
    }
    const auto l = mapped(left);
    const auto r = mapped(right);
    auto y = mapped(result);
    switch (transpose) {
        case Transpose::None:
            assign(y, l * r, store);
            break;
        case Transpose::Left:
            assign(y, l.transpose() * r, store);
            break;
        case Transpose::Right:
            assign(y, l * r.transpose(), store);
            break;
    }
}

template void matrixProduct(MatrixView<const float>, MatrixView<const float>, MatrixView<float>, Transpose, Store);
template void matrixProduct(MatrixView<const double>, MatrixView<const double>, MatrixView<double>, Transpose, Store);

}  // namespace attentarium
