#pragma once

#include <cstdint>

#include "engine/core/matrix_product.h"

/// The arithmetic of attention for one head of one text. Training runs these one after the other on scratch memory,
/// looking runs the same ones from node to node: so both give the same bits.
namespace attentarium::kernels {

/// y = factor · x
template <typename Scalar>
void scale(const Scalar* x, std::int64_t count, Scalar factor, Scalar* y);

/// y += factor · x
template <typename Scalar>
void addScaled(const Scalar* x, std::int64_t count, Scalar factor, Scalar* y);

/// y[i, j] = x[i, j] where j ≤ i, else −∞, for a square matrix; `x` and `y` may be the same.
template <typename Scalar>
void hideLater(const Scalar* x, std::int64_t tokens, Scalar* y);

/// dx[i, j] += dy[i, j] where j ≤ i.
template <typename Scalar>
void hideLaterBackward(const Scalar* dy, std::int64_t tokens, Scalar* dx);

/// y_j = e^(x_j − largest) / Σ_k e^(x_k − largest); all zeros where every x is −∞. `x` and `y` may be the same.
template <typename Scalar>
void softmaxRow(const Scalar* x, std::int64_t count, Scalar* y);

/// dx_j += y_j · (dy_j − Σ_k dy_k · y_k)
template <typename Scalar>
void softmaxRowBackward(const Scalar* y, const Scalar* dy, std::int64_t count, Scalar* dx);

}  // namespace attentarium::kernels
