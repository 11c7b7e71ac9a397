#pragma once

#include <cstdint>

#include "engine/core/matrix_product.h"

namespace attentarium {

/// The right side of many products, laid out once: panels of neighbouring columns, one after the other, each row by
/// row. A recurrent network multiplies by the same matrix at every time step.
template <typename Scalar>
struct PackedMatrix {
    const Scalar* panels = nullptr;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
};

/// How many numbers `pack` writes for a matrix of this size.
template <typename Scalar>
std::int64_t packedCount(std::int64_t rows, std::int64_t columns);

/// Lays out `matrix`, or with `Transpose::Right` the matrix turned over, in `memory`.
template <typename Scalar>
PackedMatrix<Scalar> pack(MatrixView<const Scalar> matrix, Scalar* memory, Transpose transpose = Transpose::None);

/// result += left · right. Every number is what was there plus one product after the other in the order of the inner
/// index, so the bits of a row do not depend on the rows beside it.
template <typename Scalar>
void addProduct(MatrixView<const Scalar> left, const PackedMatrix<Scalar>& right, MatrixView<Scalar> result);

}  // namespace attentarium
