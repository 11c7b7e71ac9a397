#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "engine/core/vector_types.h"

/// The innermost part of a matrix product: a tile of the result that stays in registers while the depth runs by.
/// To what a cell begins with, the products are added one after the other in the order of the depth. So the bits of a
/// cell depend on the numbers it is made from alone, and never on how a product is cut.
namespace attentarium::tile {

/// Columns of the right side lie together in panels this wide.
template <typename Scalar>
inline constexpr int kPanelColumns = 2 * kVectorLanes<Scalar>;

/// The left side of a product: cell (i, k) lies at data[i · step + k], or at data[k · step + i] when it is turned.
template <typename Scalar>
struct LeftSide {
    const Scalar* data;
    std::int64_t step;
};

/// Where the sums of a tile go, and what they begin with: cell (i, j) of `start`, or zero where that is null.
template <typename Scalar>
struct TileResult {
    Scalar* data;
    std::int64_t stride;
    int columns;  ///< of the panel that count
    const Scalar* start;
    std::int64_t startStride;
};

template <typename Scalar, int kVectors>
void loadRow(const Scalar* from, int columns, Vector<Scalar> (&row)[kVectors]) {
    constexpr int kLanes = kVectorLanes<Scalar>;
    alignas(kVectorBytes) Scalar whole[kVectors * kLanes];
    if (columns < kVectors * kLanes) {
        for (int j = 0; j < kVectors * kLanes; ++j) whole[j] = j < columns ? from[j] : Scalar{0};
        from = whole;
    }
#pragma GCC unroll 2
    for (int v = 0; v < kVectors; ++v) row[v] = loadVector(from + v * kLanes);
}

template <typename Scalar, int kVectors>
void storeRow(const Vector<Scalar> (&row)[kVectors], Scalar* to, int columns) {
    constexpr int kLanes = kVectorLanes<Scalar>;
    if (columns == kVectors * kLanes) {
#pragma GCC unroll 2
        for (int v = 0; v < kVectors; ++v) storeVector(to + v * kLanes, row[v]);
        return;
    }
    alignas(kVectorBytes) Scalar whole[kVectors * kLanes];
    for (int v = 0; v < kVectors; ++v) storeVector(whole + v * kLanes, row[v]);
    for (int j = 0; j < columns; ++j) to[j] = whole[j];
}

template <typename Scalar, int kRows, int kVectors, bool kTurned>
void multiply(LeftSide<Scalar> left, const Scalar* panel, std::int64_t depth, const TileResult<Scalar>& result) {
    constexpr int kLanes = kVectorLanes<Scalar>;
    Vector<Scalar> sums[kRows][kVectors] = {};
    if (result.start) {
#pragma GCC unroll 16
        for (int i = 0; i < kRows; ++i) {
            loadRow<Scalar, kVectors>(result.start + i * result.startStride, result.columns, sums[i]);
        }
    }
    const Scalar* from = left.data;
    for (std::int64_t k = 0; k < depth; ++k) {
        Vector<Scalar> right[kVectors];
#pragma GCC unroll 2
        for (int v = 0; v < kVectors; ++v) right[v] = loadVector(panel + v * kLanes);
#pragma GCC unroll 16
        for (int i = 0; i < kRows; ++i) {
            const Scalar factor = kTurned ? from[i] : from[i * left.step];
#pragma GCC unroll 2
            for (int v = 0; v < kVectors; ++v) sums[i][v] += factor * right[v];
        }
        from += kTurned ? left.step : 1;
        panel += kVectors * kLanes;
    }
#pragma GCC unroll 16
    for (int i = 0; i < kRows; ++i) {
        storeRow<Scalar, kVectors>(sums[i], result.data + i * result.stride, result.columns);
    }
}

template <typename Scalar>
using TileFunction = void (*)(LeftSide<Scalar>, const Scalar*, std::int64_t, const TileResult<Scalar>&);

/// `multiply` for each number of rows, beginning with one.
template <typename Scalar, int kVectors, bool kTurned>
inline constexpr auto kTiles = []<std::size_t... kRow>(std::index_sequence<kRow...>) {
    return std::array<TileFunction<Scalar>, kTileRows>{
        &multiply<Scalar, static_cast<int>(kRow) + 1, kVectors, kTurned>...};
}
(std::make_index_sequence<kTileRows>());

}  // namespace attentarium::tile
