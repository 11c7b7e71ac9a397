#pragma once

#include <algorithm>

#include "engine/core/matrix_product.h"
#include "engine/core/tensor.h"

/// What `linear` and the ops that end in one share.
namespace attentarium::kernels {

template <typename Scalar>
MatrixView<Scalar> matrix(const TensorView<Scalar>& tensor) {
    return {tensor.data, tensor.rows(), tensor.columns(), tensor.columns()};
}

/// sum[j] += Σ_r x[r, j], or =; each piece takes some of the columns and so writes cells of its own.
template <typename Scalar>
void addRows(Parallel& parallel, const TensorView<const Scalar>& x, Store store, Scalar* sum) {
    constexpr std::int64_t kColumns = 64;
    forEachRows(parallel, x.columns(), kColumns, [&](std::int64_t first, std::int64_t last) {
        if (store == Store::Replace) std::fill(sum + first, sum + last, Scalar{0});
        const std::int64_t rows = x.rows(), columns = x.columns();
        for (std::int64_t r = 0; r < rows; ++r) {
            const Scalar* row = x.data + r * columns;
            for (std::int64_t j = first; j < last; ++j) sum[j] += row[j];
        }
    });
}

}  // namespace attentarium::kernels
