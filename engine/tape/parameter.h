#pragma once

#include <cstddef>
#include <string>

#include "engine/core/tensor.h"

namespace attentarium {

/// A learned tensor and its name. The name is its identity in files, traces and lessons.
template <typename Scalar>
struct Parameter {
    std::string name;     ///< for example `blocks.0.attention.query.weight`
    std::size_t ordinal;  ///< its place among the parameters of its model
    Tensor<Scalar> value;
    bool decays = false;  ///< whether weight decay applies: to matrices, not to biases and gains
};

}  // namespace attentarium
