#pragma once

#include <memory>

#include "engine/models/model.h"

namespace attentarium {

/// A model of the family that `config` names, its parameters zero. Throws `Error` for impossible sizes.
template <typename Scalar>
std::unique_ptr<Model<Scalar>> makeModel(const ModelConfig& config);

}  // namespace attentarium
