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

/// y_j = x_j − slope · |place − j|; `x` and `y` may be the same.
template <typename Scalar>
void lessByDistance(const Scalar* x, std::int64_t count, std::int64_t place, Scalar slope, Scalar* y);

/// y_j = x_j where j < visible, else −∞; `x` and `y` may be the same.
template <typename Scalar>
void hideAfter(const Scalar* x, std::int64_t visible, std::int64_t count, Scalar* y);

/// y_j = e^(x_j − largest) / Σ_k e^(x_k − largest); all zeros where every x is −∞. `x` and `y` may be the same.
template <typename Scalar>
void softmaxRow(const Scalar* x, std::int64_t count, Scalar* y);

/// dx_j += y_j · (dy_j − Σ_k dy_k · y_k)
template <typename Scalar>
void softmaxRowBackward(const Scalar* y, const Scalar* dy, std::int64_t count, Scalar* dx);

/// `hideAfter`, then `softmaxRow`, on one row in place and without work for what is hidden: the same bits.
template <typename Scalar>
void visibleSoftmaxRow(Scalar* x, std::int64_t visible, std::int64_t count);

/// dscores_j = factor · y_j · (dy_j − Σ_k dy_k · y_k) where j < visible, else 0: back through softmax, mask and scale
/// at once. `dy` and `dscores` may be the same.
template <typename Scalar>
void visibleSoftmaxRowBackward(const Scalar* y, const Scalar* dy, std::int64_t visible, std::int64_t count,
                               Scalar factor, Scalar* dscores);

}  // namespace attentarium::kernels
