#pragma once

#include <cstdint>

#include "engine/core/matrix_product.h"
#include "engine/core/packed_layout.h"

namespace attentarium {

/// A product whose right side is packed.
template <typename Scalar>
struct BlockProduct {
    MatrixView<const Scalar> left;
    bool turned;  ///< left is meant turned over
    MatrixView<Scalar> result;
    Store store;
    const Scalar* offset;  ///< a row that every row begins with; null: zero, or what is there

    std::int64_t depth() const { return turned ? left.rows : left.columns; }
};

/// What block `block` of the depth adds to rows [firstRow, lastRow) and panels [firstPanel, lastPanel), which begin at
/// `packed`. The blocks must come in order.
template <typename Scalar>
void multiplyBlock(const BlockProduct<Scalar>& product, const PackedLayout<Scalar>& layout, std::int64_t block,
                   std::int64_t firstPanel, std::int64_t lastPanel, const Scalar* packed, std::int64_t firstRow,
                   std::int64_t lastRow);

/// `multiplyBlock` for all blocks and panels of a matrix packed whole.
template <typename Scalar>
void multiplyPacked(const BlockProduct<Scalar>& product, const PackedLayout<Scalar>& layout, const Scalar* packed,
                    std::int64_t firstRow, std::int64_t lastRow);

}  // namespace attentarium
