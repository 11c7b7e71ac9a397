#include "engine/core/matrix_product.h"

#include <algorithm>

#include "engine/core/block_product.h"
#include "engine/core/error.h"

namespace attentarium {
namespace {

template <typename Scalar>
BlockProduct<Scalar> checked(MatrixView<const Scalar> left, MatrixView<const Scalar> right, MatrixView<Scalar> result,
                             Transpose transpose, Store store, const Scalar* offset) {
    const BlockProduct<Scalar> product{left, transpose == Transpose::Left, result, store, offset};
    const bool rightTurned = transpose == Transpose::Right;
    expects(product.depth() == (rightTurned ? right.columns : right.rows) &&
                result.rows == (product.turned ? left.columns : left.rows) &&
                result.columns == (rightTurned ? right.rows : right.columns),
            "[matrix product] sizes do not fit");
    return product;
}

/// Panels [firstPanel, lastPanel) of the product, packed on the stack.
template <typename Scalar>
void multiplyPanels(const BlockProduct<Scalar>& product, const PackedLayout<Scalar>& layout,
                    MatrixView<const Scalar> right, bool rightTurned, std::int64_t firstPanel, std::int64_t lastPanel) {
    alignas(kVectorBytes) Scalar packed[layout.kPanelsAtOnce * layout.kPanel * layout.kMostDepth];
    for (std::int64_t block = 0; block < layout.blocks(); ++block) {
        for (std::int64_t first = firstPanel; first < lastPanel; first += layout.kPanelsAtOnce) {
            const std::int64_t last = std::min(lastPanel, first + layout.kPanelsAtOnce);
            for (std::int64_t panel = first; panel < last; ++panel) {
                packPanel(layout, right, rightTurned, block, panel,
                          packed + (panel - first) * layout.kPanel * layout.blockDepth(block));
            }
            multiplyBlock(product, layout, block, first, last, packed, 0, product.result.rows);
        }
    }
}

/// Columns [first, last) of a product with so few rows that the right side is better read where it lies than packed.
/// The products are added in the same order as in a tile, so the bits are the same.
template <typename Scalar>
void multiplyInPlace(const BlockProduct<Scalar>& product, MatrixView<const Scalar> right, std::int64_t first,
                     std::int64_t last) {
    const auto& [left, turned, result, store, offset] = product;
    for (std::int64_t i = 0; i < result.rows; ++i) {
        const Scalar* x = left.data + i * left.stride;
        Scalar* y = result.data + i * result.stride;
        if (store == Store::Replace) {
            for (std::int64_t j = first; j < last; ++j) y[j] = offset ? offset[j] : Scalar{0};
        }
        const Scalar* row = right.data;
        std::int64_t k = 0;
        for (; k + 4 <= right.rows; k += 4, row += 4 * right.stride) {
            const Scalar *second = row + right.stride, *third = second + right.stride, *fourth = third + right.stride;
            for (std::int64_t j = first; j < last; ++j) {
                Scalar sum = y[j];
                sum += x[k] * row[j];
                sum += x[k + 1] * second[j];
                sum += x[k + 2] * third[j];
                y[j] = sum + x[k + 3] * fourth[j];
            }
        }
        for (; k < right.rows; ++k, row += right.stride) {
            for (std::int64_t j = first; j < last; ++j) y[j] += x[k] * row[j];
        }
    }
}

// Handing out a piece costs as much as some ten thousand multiplications.
constexpr std::int64_t kFewestMultiplications = 1 << 18;
constexpr std::int64_t kMostPieces = 16;
constexpr std::int64_t kFewRows = 4 * kTileRows, kFewestPacked = 3;

std::int64_t piecesFor(std::int64_t most, std::int64_t multiplications) {
    return std::clamp<std::int64_t>(multiplications / kFewestMultiplications, 1, std::min(most, kMostPieces));
}

/// Calls `work(first, last)` for `pieces` even cuts of [0, count).
template <typename Work>
void forEachCut(Parallel& parallel, std::int64_t count, std::int64_t pieces, const Work& work) {
    parallel.forEach(pieces, [&](std::int64_t piece) { work(count * piece / pieces, count * (piece + 1) / pieces); });
}

}  // namespace

template <typename Scalar>
void matrixProduct(MatrixView<const Scalar> left, MatrixView<const Scalar> right, MatrixView<Scalar> result,
                   Transpose transpose, Store store) {
    const auto product = checked<Scalar>(left, right, result, transpose, store, nullptr);
    const PackedLayout<Scalar> layout(product.depth(), result.columns);
    multiplyPanels(product, layout, right, transpose == Transpose::Right, 0, layout.panels());
}

template <typename Scalar>
void matrixProduct(Parallel& parallel, Arena& scratch, MatrixView<const Scalar> left, MatrixView<const Scalar> right,
                   MatrixView<Scalar> result, Transpose transpose, Store store, const Scalar* offset) {
    const auto product = checked(left, right, result, transpose, store, offset);
    const bool rightTurned = transpose == Transpose::Right;
    const PackedLayout<Scalar> layout(product.depth(), result.columns);
    const std::int64_t multiplications = result.rows * result.columns * product.depth();
    if (result.rows < kFewestPacked && !product.turned && !rightTurned) {
        forEachCut(parallel, layout.panels(), piecesFor(layout.panels(), multiplications),
                   [&](std::int64_t first, std::int64_t last) {
                       multiplyInPlace(product, right, first * layout.kPanel,
                                       std::min(result.columns, last * layout.kPanel));
                   });
        return;
    }
    if (result.rows <= kFewRows) {
        forEachCut(parallel, layout.panels(), piecesFor(layout.panels(), multiplications),
                   [&](std::int64_t first, std::int64_t last) {
                       multiplyPanels(product, layout, right, rightTurned, first, last);
                   });
        return;
    }
    const Arena::Mark mark = scratch.mark();
    Scalar* packed = scratch.allocate<Scalar>(static_cast<std::size_t>(layout.count())).data();
    const std::int64_t parts = layout.blocks() * layout.panels();
    forEachCut(parallel, parts, piecesFor(parts, layout.count()), [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t part = first; part < last; ++part) {
            const std::int64_t block = part / layout.panels(), panel = part % layout.panels();
            packPanel(layout, right, rightTurned, block, panel, packed + layout.place(block, panel));
        }
    });
    const std::int64_t tiles = (result.rows + kTileRows - 1) / kTileRows;
    forEachCut(parallel, tiles, piecesFor(tiles, multiplications), [&](std::int64_t first, std::int64_t last) {
        multiplyPacked(product, layout, packed, result.rows * first / tiles, result.rows * last / tiles);
    });
    scratch.rewind(mark);
}

template void matrixProduct(MatrixView<const float>, MatrixView<const float>, MatrixView<float>, Transpose, Store);
template void matrixProduct(MatrixView<const double>, MatrixView<const double>, MatrixView<double>, Transpose, Store);
template void matrixProduct(Parallel&, Arena&, MatrixView<const float>, MatrixView<const float>, MatrixView<float>,
                            Transpose, Store, const float*);
template void matrixProduct(Parallel&, Arena&, MatrixView<const double>, MatrixView<const double>, MatrixView<double>,
                            Transpose, Store, const double*);

}  // namespace attentarium
