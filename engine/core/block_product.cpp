#include "engine/core/block_product.h"

#include <algorithm>

#include "engine/core/matrix_tile.h"

namespace attentarium {
namespace {

template <typename Scalar>
tile::TileFunction<Scalar> tileFor(std::int64_t rows, int vectors, bool turned) {
    const auto number = static_cast<std::size_t>(rows - 1);
    if (vectors == 1) return turned ? tile::kTiles<Scalar, 1, true>[number] : tile::kTiles<Scalar, 1, false>[number];
    return turned ? tile::kTiles<Scalar, 2, true>[number] : tile::kTiles<Scalar, 2, false>[number];
}

/// The left sides of some tiles, one after the other. One that is turned is read across its rows. Where those lie far
/// apart and a tile uses only a small part of each line of memory, the part of several tiles is copied in one go.
template <typename Scalar>
class LeftTiles {
  public:
    LeftTiles(const BlockProduct<Scalar>& product, std::int64_t depthStart, std::int64_t depth, std::int64_t firstRow,
              std::int64_t lastRow)
        : m_product(product),
          m_depthStart(depthStart),
          m_depth(depth),
          m_firstRow(firstRow),
          m_rows(lastRow - firstRow),
          m_copies(kNarrow && product.turned &&
                   depth * product.left.stride * static_cast<std::int64_t>(sizeof(Scalar)) > kFar) {}

    std::int64_t count() const { return (m_rows + kTileRows - 1) / kTileRows; }
    /// Where tile `t` begins; the one after the last begins behind the rows.
    std::int64_t rowOf(std::int64_t t) const { return m_firstRow + m_rows * t / count(); }

    tile::LeftSide<Scalar> operator[](std::int64_t t) {
        if (!m_copies) return leftAt(rowOf(t), m_depthStart);
        if (t % kCopied == 0) copyFrom(t);
        return {m_copy + rowOf(t) - rowOf(t - t % kCopied), kStep};
    }

  private:
    static constexpr bool kNarrow = kTileRows * sizeof(Scalar) < 32;
    static constexpr std::int64_t kFar = 1 << 20, kCopied = kNarrow ? 8 : 1, kStep = kCopied * kTileRows;

    tile::LeftSide<Scalar> leftAt(std::int64_t row, std::int64_t depth) const {
        const auto& left = m_product.left;
        return {left.data + (m_product.turned ? depth * left.stride + row : row * left.stride + depth), left.stride};
    }
    void copyFrom(std::int64_t first) {
        const auto from = leftAt(rowOf(first), m_depthStart);
        const std::int64_t rows = rowOf(std::min(first + kCopied, count())) - rowOf(first);
        for (std::int64_t k = 0; k < m_depth; ++k) {
            std::copy_n(from.data + k * from.step, rows, m_copy + k * kStep);
        }
    }

    const BlockProduct<Scalar>& m_product;
    std::int64_t m_depthStart, m_depth, m_firstRow, m_rows;
    bool m_copies;
    alignas(kVectorBytes) Scalar m_copy[kStep * PackedLayout<Scalar>::kMostDepth];
};

}  // namespace

template <typename Scalar>
void multiplyBlock(const BlockProduct<Scalar>& product, const PackedLayout<Scalar>& layout, std::int64_t block,
                   std::int64_t firstPanel, std::int64_t lastPanel, const Scalar* packed, std::int64_t firstRow,
                   std::int64_t lastRow) {
    const std::int64_t depth = layout.blockDepth(block);
    const bool begins = block == 0 && product.store == Store::Replace;
    LeftTiles<Scalar> tiles(product, layout.blockStart(block), depth, firstRow, lastRow);
    for (std::int64_t t = 0; t < tiles.count(); ++t) {
        const std::int64_t top = tiles.rowOf(t), rows = tiles.rowOf(t + 1) - top;
        const auto left = tiles[t];
        for (std::int64_t panel = firstPanel; panel < lastPanel; ++panel) {
            const std::int64_t column = panel * layout.kPanel;
            Scalar* to = product.result.data + top * product.result.stride + column;
            const Scalar* start = !begins ? to : product.offset ? product.offset + column : nullptr;
            tileFor<Scalar>(rows, layout.vectorsOf(panel), product.turned)(
                left, packed + (panel - firstPanel) * layout.kPanel * depth, depth,
                {to, product.result.stride, layout.columnsOf(panel), start, begins ? 0 : product.result.stride});
        }
    }
}

template <typename Scalar>
void multiplyPacked(const BlockProduct<Scalar>& product, const PackedLayout<Scalar>& layout, const Scalar* packed,
                    std::int64_t firstRow, std::int64_t lastRow) {
    for (std::int64_t block = 0; block < layout.blocks(); ++block) {
        for (std::int64_t panel = 0; panel < layout.panels(); panel += layout.kPanelsAtOnce) {
            const std::int64_t last = std::min(layout.panels(), panel + layout.kPanelsAtOnce);
            multiplyBlock(product, layout, block, panel, last, packed + layout.place(block, panel), firstRow, lastRow);
        }
    }
}

#define ATTENTARIUM_INSTANTIATE(Scalar)                                                                               \
    template void multiplyBlock(const BlockProduct<Scalar>&, const PackedLayout<Scalar>&, std::int64_t, std::int64_t, \
                                std::int64_t, const Scalar*, std::int64_t, std::int64_t);                             \
    template void multiplyPacked(const BlockProduct<Scalar>&, const PackedLayout<Scalar>&, const Scalar*,             \
                                 std::int64_t, std::int64_t);

ATTENTARIUM_INSTANTIATE(float)
ATTENTARIUM_INSTANTIATE(double)
#undef ATTENTARIUM_INSTANTIATE

}  // namespace attentarium
