#include "engine/core/packed_layout.h"

namespace attentarium {
namespace {

template <typename Scalar>
void copyRows(const Scalar* from, std::int64_t stride, std::int64_t rows, int columns, int padded, Scalar* to) {
    constexpr int kLanes = kVectorLanes<Scalar>;
    if (columns == padded) {
        for (std::int64_t k = 0; k < rows; ++k, from += stride, to += padded) {
            for (int v = 0; v < padded; v += kLanes) storeVector(to + v, loadVector(from + v));
        }
        return;
    }
    for (std::int64_t k = 0; k < rows; ++k, from += stride, to += padded) {
        std::copy_n(from, columns, to);
        std::fill(to + columns, to + padded, Scalar{0});
    }
}

// Column j of the panel is row j of `from`.
template <typename Scalar>
void turnRows(const Scalar* from, std::int64_t stride, std::int64_t depth, int columns, int padded, Scalar* to) {
    constexpr int kLanes = kVectorLanes<Scalar>;
    for (int start = 0; start < padded; start += kLanes) {
        const int used = std::min(kLanes, columns - start);
        std::int64_t k = 0;
        for (; k + kLanes <= depth; k += kLanes) {
            Vector<Scalar> square[kLanes];
#pragma GCC unroll 16
            for (int j = 0; j < kLanes; ++j) {
                square[j] = j < used ? loadVector(from + (start + j) * stride + k) : Vector<Scalar>{};
            }
            transposeVectors<Scalar>(square);
#pragma GCC unroll 16
            for (int j = 0; j < kLanes; ++j) storeVector(to + (k + j) * padded + start, square[j]);
        }
        for (; k < depth; ++k) {
            for (int j = 0; j < kLanes; ++j) {
                to[k * padded + start + j] = j < used ? from[(start + j) * stride + k] : Scalar{0};
            }
        }
    }
}

}  // namespace

template <typename Scalar>
void packPanel(const PackedLayout<Scalar>& layout, MatrixView<const Scalar> right, bool turned, std::int64_t block,
               std::int64_t panel, Scalar* packed) {
    const int columns = layout.columnsOf(panel), padded = layout.vectorsOf(panel) * kVectorLanes<Scalar>;
    const std::int64_t depth = layout.blockDepth(block), firstDepth = layout.blockStart(block),
                       firstColumn = panel * layout.kPanel;
    if (turned) {
        turnRows(right.data + firstColumn * right.stride + firstDepth, right.stride, depth, columns, padded, packed);
    } else {
        copyRows(right.data + firstDepth * right.stride + firstColumn, right.stride, depth, columns, padded, packed);
    }
}

template void packPanel(const PackedLayout<float>&, MatrixView<const float>, bool, std::int64_t, std::int64_t, float*);
template void packPanel(const PackedLayout<double>&, MatrixView<const double>, bool, std::int64_t, std::int64_t,
                        double*);

}  // namespace attentarium
