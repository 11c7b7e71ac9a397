#pragma once

#include <memory>

#include "engine/models/model.h"
#include "engine/tape/interventions.h"

namespace attentarium {

/// The model with those changes that concern its parameters: `SetCell` of one of them, and `SwapHeads`. The same model
/// where none does. Parameters that stay as they are share its memory. Changes that find no place are passed over.
std::shared_ptr<const Model<float>> withEdits(std::shared_ptr<const Model<float>> model,
                                              const Interventions& interventions);

}  // namespace attentarium
