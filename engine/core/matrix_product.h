#pragma once

#include <cstdint>
#include <type_traits>

namespace attentarium {

/// A borrowed matrix with rows `stride` elements apart.
template <typename Scalar>
struct MatrixView {
    Scalar* data = nullptr;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t stride = 0;

    operator MatrixView<const Scalar>() const requires(!std::is_const_v<Scalar>) {
        return {data, rows, columns, stride};
    }
};

enum class Transpose { None, Left, Right };
enum class Store { Replace, Accumulate };

/// result = left · right, result = leftᵀ · right or result = left · rightᵀ, replacing or adding to what is there.
/// Runs on the calling thread and allocates nothing. Throws `LogicError` when the sizes do not fit.
template <typename Scalar>
void matrixProduct(MatrixView<const Scalar> left, MatrixView<const Scalar> right, MatrixView<Scalar> result,
                   Transpose transpose = Transpose::None, Store store = Store::Replace);

}  // namespace attentarium
