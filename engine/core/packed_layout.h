#pragma once

#include <algorithm>
#include <cstdint>

#include "engine/core/matrix_product.h"
#include "engine/core/matrix_tile.h"

namespace attentarium {

/// How the right side of a product is cut: its depth into blocks that a tile can run through in fast memory, its
/// columns into panels. It depends on the sizes of the matrix alone.
template <typename Scalar>
class PackedLayout {
  public:
    static constexpr int kPanel = tile::kPanelColumns<Scalar>;
    static constexpr std::int64_t kMostDepth = 384;
    /// So many panels lie in the second cache while the rows of the left side pass by.
    static constexpr std::int64_t kPanelsAtOnce = std::max(1, 128 / kPanel);

    PackedLayout(std::int64_t depth, std::int64_t columns) : m_depth(depth), m_columns(columns) {}

    std::int64_t blocks() const { return std::max<std::int64_t>(1, (m_depth + kMostDepth - 1) / kMostDepth); }
    std::int64_t blockStart(std::int64_t block) const { return m_depth * block / blocks(); }
    std::int64_t blockDepth(std::int64_t block) const { return blockStart(block + 1) - blockStart(block); }

    std::int64_t panels() const { return (m_columns + kPanel - 1) / kPanel; }
    /// Columns of the matrix in a panel; the rest of it is zero.
    int columnsOf(std::int64_t panel) const {
        return static_cast<int>(std::min<std::int64_t>(kPanel, m_columns - panel * kPanel));
    }
    int vectorsOf(std::int64_t panel) const { return columnsOf(panel) > kVectorLanes<Scalar> ? 2 : 1; }
    std::int64_t paddedColumns() const {
        return (m_columns + kVectorLanes<Scalar> - 1) / kVectorLanes<Scalar> * kVectorLanes<Scalar>;
    }

    /// Where a panel of a block begins among `count` cells.
    std::int64_t place(std::int64_t block, std::int64_t panel) const {
        return blockStart(block) * paddedColumns() + blockDepth(block) * panel * kPanel;
    }
    std::int64_t count() const { return m_depth * paddedColumns(); }

  private:
    std::int64_t m_depth;
    std::int64_t m_columns;
};

/// Copies one panel of one block of `right` (of its transpose when `turned`) to `packed`, row after row.
template <typename Scalar>
void packPanel(const PackedLayout<Scalar>& layout, MatrixView<const Scalar> right, bool turned, std::int64_t block,
               std::int64_t panel, Scalar* packed);

}  // namespace attentarium
