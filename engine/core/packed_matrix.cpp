#include "engine/core/packed_matrix.h"

#include "engine/core/block_product.h"
#include "engine/core/error.h"

namespace attentarium {

template <typename Scalar>
std::int64_t packedCount(std::int64_t rows, std::int64_t columns) {
    return PackedLayout<Scalar>(rows, columns).count();
}

template <typename Scalar>
PackedMatrix<Scalar> pack(MatrixView<const Scalar> matrix, Scalar* memory, Transpose transpose) {
    const bool turned = transpose == Transpose::Right;
    const PackedMatrix<Scalar> packed{memory, turned ? matrix.columns : matrix.rows,
                                      turned ? matrix.rows : matrix.columns};
    const PackedLayout<Scalar> layout(packed.rows, packed.columns);
    for (std::int64_t block = 0; block < layout.blocks(); ++block) {
        for (std::int64_t panel = 0; panel < layout.panels(); ++panel) {
            packPanel(layout, matrix, turned, block, panel, memory + layout.place(block, panel));
        }
    }
    return packed;
}

template <typename Scalar>
void addProduct(MatrixView<const Scalar> left, const PackedMatrix<Scalar>& right, MatrixView<Scalar> result) {
    expects(left.columns == right.rows && result.rows == left.rows && result.columns == right.columns,
            "[packed matrix] sizes do not fit");
    multiplyPacked<Scalar>({left, false, result, Store::Accumulate, nullptr}, {right.rows, right.columns}, right.panels,
                           0, result.rows);
}

#define ATTENTARIUM_INSTANTIATE(Scalar)                                               \
    template std::int64_t packedCount<Scalar>(std::int64_t, std::int64_t);            \
    template PackedMatrix<Scalar> pack(MatrixView<const Scalar>, Scalar*, Transpose); \
    template void addProduct(MatrixView<const Scalar>, const PackedMatrix<Scalar>&, MatrixView<Scalar>);

ATTENTARIUM_INSTANTIATE(float)
ATTENTARIUM_INSTANTIATE(double)
#undef ATTENTARIUM_INSTANTIATE

}  // namespace attentarium
