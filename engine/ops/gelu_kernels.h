#pragma once

#include <cstdint>

#include "engine/core/matrix_product.h"

namespace attentarium::kernels {

/// y = x · Φ(x)
template <typename Scalar>
void gelu(const Scalar* x, std::int64_t count, Scalar* y);

/// dx += dy · (Φ(x) + x · φ(x)), or =
template <typename Scalar>
void geluBackward(const Scalar* x, const Scalar* dy, std::int64_t count, Store store, Scalar* dx);

/// The same, and then x · Φ(x) in place of dy.
template <typename Scalar>
void geluBackwardAndAgain(const Scalar* x, std::int64_t count, Store store, Scalar* dx, Scalar* dyThenY);

}  // namespace attentarium::kernels
