#pragma once

#include "engine/core/tensor.h"

namespace attentarium {

/// table[place, 2i] = sin(place / 10000^(2i / width)) and table[place, 2i + 1] the cosine of the same (Vaswani et al.,
/// 2017, section 3.5): [places, width], for places from 0. Of an odd width the last feature is a sine.
template <typename Scalar>
Tensor<Scalar> sinusoidalPositions(std::int64_t places, std::int64_t width);

}  // namespace attentarium
