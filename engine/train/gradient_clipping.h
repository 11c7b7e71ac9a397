#pragma once

#include <vector>

#include "engine/core/parallel.h"
#include "engine/core/tensor.h"

namespace attentarium {

/// √ Σ g² over all gradients together; summed in double.
template <typename Scalar>
double gradientNorm(const std::vector<TensorView<Scalar>>& gradients, Parallel& parallel);

/// What to multiply gradients of that norm by, so that it is at most `largest` (Pascanu et al., 2013, algorithm 1).
double clipFactor(double norm, double largest);

}  // namespace attentarium
