#pragma once

#include "engine/core/matrix_product.h"

namespace attentarium {

/// The product by Eigen: what `matrixProduct` is measured against. It computes nothing that is trained or shown.
void eigenProduct(MatrixView<const float> left, MatrixView<const float> right, MatrixView<float> result);

}  // namespace attentarium
