#pragma once

#include <cstdint>
#include <type_traits>

#include "engine/core/arena.h"
#include "engine/core/parallel.h"

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
/// To what a cell begins with, zero or what is there, the products are added one after the other in the order of the
/// depth. So some rows or columns of a product have the same bits as the whole.
template <typename Scalar>
void matrixProduct(MatrixView<const Scalar> left, MatrixView<const Scalar> right, MatrixView<Scalar> result,
                   Transpose transpose = Transpose::None, Store store = Store::Replace);

/// The same, shared out over the threads of `parallel`. The right side is laid out in `scratch` once for all of them.
/// `offset`, where given, is what every row begins with when the product replaces what is there.
template <typename Scalar>
void matrixProduct(Parallel& parallel, Arena& scratch, MatrixView<const Scalar> left, MatrixView<const Scalar> right,
                   MatrixView<Scalar> result, Transpose transpose = Transpose::None, Store store = Store::Replace,
                   const Scalar* offset = nullptr);

}  // namespace attentarium
