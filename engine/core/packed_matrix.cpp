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

template <typename Scalar, int kRows>
void multiplyRows(const Scalar* left, std::int64_t leftStride, const Scalar* panel, std::int64_t depth, Scalar* result,
                  std::int64_t resultStride) {
    using Vector = typename Lanes<Scalar>::Type;
    constexpr std::int64_t kWidth = kPanel<Scalar> / kVectors;
    Vector sums[kRows][kVectors];
    for (int r = 0; r < kRows; ++r) {
        for (int v = 0; v < kVectors; ++v) {
            std::memcpy(&sums[r][v], result + r * resultStride + v * kWidth, sizeof(Vector));
        }
    }
    for (std::int64_t k = 0; k < depth; ++k) {
        Vector row[kVectors];
        for (int v = 0; v < kVectors; ++v) {
            std::memcpy(&row[v], panel + k * kPanel<Scalar> + v * kWidth, sizeof(Vector));
        }
        for (int r = 0; r < kRows; ++r) {
            const Scalar factor = left[r * leftStride + k];
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
using RowsProduct = void (*)(const Scalar*, std::int64_t, const Scalar*, std::int64_t, Scalar*, std::int64_t);

template <typename Scalar>
constexpr std::array<RowsProduct<Scalar>, kMostRows> kRowsProducts{multiplyRows<Scalar, 1>, multiplyRows<Scalar, 2>,
                                                                   multiplyRows<Scalar, 3>, multiplyRows<Scalar, 4>,
                                                                   multiplyRows<Scalar, 5>, multiplyRows<Scalar, 6>};

/// Some rows times one panel. `columns` of it are real, the rest are zeros that fill it up.
template <typename Scalar>
void multiplyPanel(const MatrixView<const Scalar>& left, const Scalar* panel, const MatrixView<Scalar>& result) {
    // Groups of equal size, or nearly: a last group of one row would wait for its own sums.
    const std::int64_t groups = (left.rows + kMostRows - 1) / kMostRows;
    for (std::int64_t group = 0; group < groups; ++group) {
        const std::int64_t first = group * left.rows / groups, rows = (group + 1) * left.rows / groups - first;
        const Scalar* from = left.data + first * left.stride;
        Scalar* to = result.data + first * result.stride;
        const RowsProduct<Scalar> product = kRowsProducts<Scalar>[static_cast<std::size_t>(rows - 1)];
        if (result.columns == kPanel<Scalar>) {
            product(from, left.stride, panel, left.columns, to, result.stride);
            continue;
        }
        std::array<Scalar, static_cast<std::size_t>(kMostRows * kPanel<Scalar>)> whole{};
        for (std::int64_t r = 0; r < rows; ++r) {
            std::copy_n(to + r * result.stride, result.columns, whole.data() + r * kPanel<Scalar>);
        }
        product(from, left.stride, panel, left.columns, whole.data(), kPanel<Scalar>);
        for (std::int64_t r = 0; r < rows; ++r) {
            std::copy_n(whole.data() + r * kPanel<Scalar>, result.columns, to + r * result.stride);
        }
    }
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
        for (std::int64_t k = 0; k < rows; ++k, to += kPanel<Scalar>) {
            if (turned) {
                for (std::int64_t j = 0; j < real; ++j) to[j] = matrix.data[(first + j) * matrix.stride + k];
            } else {
                std::copy_n(matrix.data + k * matrix.stride + first, real, to);
            }
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
            const MatrixView<const Scalar> block{left.data + row * left.stride + depth, rows, depths, left.stride};
            for (std::int64_t column = 0; column < right.columns; column += kPanel<Scalar>) {
                const std::int64_t columns = std::min(kPanel<Scalar>, right.columns - column);
                multiplyPanel<Scalar>(block, right.panels + column * right.rows + depth * kPanel<Scalar>,
                                      {result.data + row * result.stride + column, rows, columns, result.stride});
            }
        }
    }
}

#define ATTENTARIUM_INSTANTIATE(Scalar)                                               \
    template std::int64_t packedCount<Scalar>(std::int64_t, std::int64_t);            \
    template PackedMatrix<Scalar> pack(MatrixView<const Scalar>, Scalar*, Transpose); \
    template void addProduct(MatrixView<const Scalar>, const PackedMatrix<Scalar>&, MatrixView<Scalar>);

ATTENTARIUM_INSTANTIATE(float)
ATTENTARIUM_INSTANTIATE(double)
#undef ATTENTARIUM_INSTANTIATE

}  // namespace attentarium
