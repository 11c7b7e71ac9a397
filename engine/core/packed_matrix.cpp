#include "engine/core/packed_matrix.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "engine/core/error.h"

namespace attentarium {
namespace {

/// As many numbers as one AVX2 instruction takes; the compiler cuts it up where the machine takes fewer.
template <typename Scalar>
struct Lanes;
template <>
struct Lanes<float> {
    using Type __attribute__((vector_size(32))) = float;
};
template <>
struct Lanes<double> {
    using Type __attribute__((vector_size(32))) = double;
};

constexpr std::int64_t kVectors = 2;  ///< in the width of a panel
template <typename Scalar>
constexpr std::int64_t kPanel = kVectors * 32 / static_cast<std::int64_t>(sizeof(Scalar));

/// Rows multiplied at once: as many as keep their sums in registers.
constexpr std::int64_t kMostRows = 6;
/// Rows that stay in the nearest cache while the panels pass by.
constexpr std::int64_t kRowBlock = 48;
/// Inner indices whose part of a panel stays there too.
constexpr std::int64_t kDepthBlock = 256;

/// The left side of a product: its cell (r, k) lies at data[r · rowStride + k · depthStride].
template <typename Scalar>
struct LeftSide {
    const Scalar* data;
    std::int64_t rows;
    std::int64_t depth;
    std::int64_t rowStride;
    std::int64_t depthStride;
};

template <typename Scalar, int kRows>
void multiplyRows(const LeftSide<Scalar>& left, const Scalar* panel, Scalar* result, std::int64_t resultStride) {
    using Vector = typename Lanes<Scalar>::Type;
    constexpr std::int64_t kWidth = kPanel<Scalar> / kVectors;
    Vector sums[kRows][kVectors];
    for (int r = 0; r < kRows; ++r) {
        for (int v = 0; v < kVectors; ++v) {
            std::memcpy(&sums[r][v], result + r * resultStride + v * kWidth, sizeof(Vector));
        }
    }
    const Scalar* factors = left.data;
    for (std::int64_t k = 0; k < left.depth; ++k, factors += left.depthStride) {
        Vector row[kVectors];
        for (int v = 0; v < kVectors; ++v) {
            std::memcpy(&row[v], panel + k * kPanel<Scalar> + v * kWidth, sizeof(Vector));
        }
        for (int r = 0; r < kRows; ++r) {
            const Scalar factor = factors[r * left.rowStride];
            for (int v = 0; v < kVectors; ++v) sums[r][v] += factor * row[v];
        }
    }
    for (int r = 0; r < kRows; ++r) {
        for (int v = 0; v < kVectors; ++v) {
            std::memcpy(result + r * resultStride + v * kWidth, &sums[r][v], sizeof(Vector));
        }
    }
}

template <typename Scalar>
using RowsProduct = void (*)(const LeftSide<Scalar>&, const Scalar*, Scalar*, std::int64_t);

template <typename Scalar>
constexpr std::array<RowsProduct<Scalar>, kMostRows> kRowsProducts{multiplyRows<Scalar, 1>, multiplyRows<Scalar, 2>,
                                                                   multiplyRows<Scalar, 3>, multiplyRows<Scalar, 4>,
                                                                   multiplyRows<Scalar, 5>, multiplyRows<Scalar, 6>};

/// Some rows times one panel, of which `result.columns` are real and the rest zeros that fill it up.
template <typename Scalar>
void multiplyPanel(const LeftSide<Scalar>& left, const Scalar* panel, const MatrixView<Scalar>& result) {
    // Groups of equal size, or nearly: a last group of one row would wait for its own sums.
    const std::int64_t groups = (left.rows + kMostRows - 1) / kMostRows;
    for (std::int64_t group = 0; group < groups; ++group) {
        const std::int64_t first = group * left.rows / groups, rows = (group + 1) * left.rows / groups - first;
        const LeftSide<Scalar> some{left.data + first * left.rowStride, rows, left.depth, left.rowStride,
                                    left.depthStride};
        Scalar* to = result.data + first * result.stride;
        const RowsProduct<Scalar> product = kRowsProducts<Scalar>[static_cast<std::size_t>(rows - 1)];
        if (result.columns == kPanel<Scalar>) {
            product(some, panel, to, result.stride);
            continue;
        }
        std::array<Scalar, static_cast<std::size_t>(kMostRows * kPanel<Scalar>)> whole{};
        for (std::int64_t r = 0; r < rows; ++r) {
            std::copy_n(to + r * result.stride, result.columns, whole.data() + r * kPanel<Scalar>);
        }
        product(some, panel, whole.data(), kPanel<Scalar>);
        for (std::int64_t r = 0; r < rows; ++r) {
            std::copy_n(whole.data() + r * kPanel<Scalar>, result.columns, to + r * result.stride);
        }
    }
}

/// `rows` rows of one panel from `from` on, `real` of its columns.
template <typename Scalar>
Scalar* packPanel(const Scalar* from, std::int64_t stride, std::int64_t rows, std::int64_t real, Scalar* to) {
    if (real == kPanel<Scalar>) {
        for (std::int64_t k = 0; k < rows; ++k, to += kPanel<Scalar>) {
            std::memcpy(to, from + k * stride, sizeof(Scalar) * kPanel<Scalar>);
        }
        return to;
    }
    for (std::int64_t k = 0; k < rows; ++k, to += kPanel<Scalar>) {
        std::copy_n(from + k * stride, real, to);
        std::fill(to + real, to + kPanel<Scalar>, Scalar{0});
    }
    return to;
}

}  // namespace

template <typename Scalar>
std::int64_t packedCount(std::int64_t rows, std::int64_t columns) {
    return rows * ((columns + kPanel<Scalar> - 1) / kPanel<Scalar> * kPanel<Scalar>);
}

template <typename Scalar>
PackedMatrix<Scalar> pack(MatrixView<const Scalar> matrix, Scalar* memory, Transpose transpose) {
    const bool turned = transpose == Transpose::Right;
    const std::int64_t rows = turned ? matrix.columns : matrix.rows, columns = turned ? matrix.rows : matrix.columns;
    Scalar* to = memory;
    for (std::int64_t first = 0; first < columns; first += kPanel<Scalar>) {
        const std::int64_t real = std::min(kPanel<Scalar>, columns - first);
        if (!turned) {
            to = packPanel(matrix.data + first, matrix.stride, rows, real, to);
            continue;
        }
        for (std::int64_t k = 0; k < rows; ++k, to += kPanel<Scalar>) {
            for (std::int64_t j = 0; j < real; ++j) to[j] = matrix.data[(first + j) * matrix.stride + k];
            std::fill(to + real, to + kPanel<Scalar>, Scalar{0});
        }
    }
    return {memory, rows, columns};
}

template <typename Scalar>
void addProduct(MatrixView<const Scalar> left, const PackedMatrix<Scalar>& right, MatrixView<Scalar> result) {
    expects(left.columns == right.rows && result.rows == left.rows && result.columns == right.columns,
            "[packed matrix] sizes do not fit");
    for (std::int64_t row = 0; row < left.rows; row += kRowBlock) {
        const std::int64_t rows = std::min(kRowBlock, left.rows - row);
        for (std::int64_t depth = 0; depth < right.rows; depth += kDepthBlock) {
            const std::int64_t depths = std::min(kDepthBlock, right.rows - depth);
            const LeftSide<Scalar> block{left.data + row * left.stride + depth, rows, depths, left.stride, 1};
            for (std::int64_t column = 0; column < right.columns; column += kPanel<Scalar>) {
                const std::int64_t columns = std::min(kPanel<Scalar>, right.columns - column);
                multiplyPanel<Scalar>(block, right.panels + column * right.rows + depth * kPanel<Scalar>,
                                      {result.data + row * result.stride + column, rows, columns, result.stride});
            }
        }
    }
}

template <typename Scalar>
void addTransposedProduct(MatrixView<const Scalar> left, MatrixView<const Scalar> right, MatrixView<Scalar> result) {
    expects(left.rows == right.rows && result.rows == left.columns && result.columns == right.columns,
            "[packed matrix] sizes do not fit");
    // So few inner indices at a time that their part of the left side stays in the nearest cache.
    constexpr std::int64_t kDepths = 64;
    alignas(64) std::array<Scalar, static_cast<std::size_t>(kDepths * kPanel<Scalar>)> panel;
    for (std::int64_t depth = 0; depth < left.rows; depth += kDepths) {
        const std::int64_t depths = std::min(kDepths, left.rows - depth);
        const LeftSide<Scalar> block{left.data + depth * left.stride, left.columns, depths, 1, left.stride};
        for (std::int64_t column = 0; column < right.columns; column += kPanel<Scalar>) {
            const std::int64_t columns = std::min(kPanel<Scalar>, right.columns - column);
            packPanel(right.data + depth * right.stride + column, right.stride, depths, columns, panel.data());
            multiplyPanel<Scalar>(block, panel.data(), {result.data + column, result.rows, columns, result.stride});
        }
    }
}

#define ATTENTARIUM_INSTANTIATE(Scalar)                                                                  \
    template std::int64_t packedCount<Scalar>(std::int64_t, std::int64_t);                               \
    template PackedMatrix<Scalar> pack(MatrixView<const Scalar>, Scalar*, Transpose);                    \
    template void addProduct(MatrixView<const Scalar>, const PackedMatrix<Scalar>&, MatrixView<Scalar>); \
    template void addTransposedProduct(MatrixView<const Scalar>, MatrixView<const Scalar>, MatrixView<Scalar>);

ATTENTARIUM_INSTANTIATE(float)
ATTENTARIUM_INSTANTIATE(double)
#undef ATTENTARIUM_INSTANTIATE

}  // namespace attentarium
