#pragma once

#include "engine/train/gradient_case_list.h"

namespace attentarium {

/// Attention, its steps, and what tells it where tokens stand.
void addTransformerOps(GradientCaseList& list);
/// `gpt`, `bert` and `transformer` as a whole, with each choice at least once.
void addTransformers(GradientCaseList& list);

}  // namespace attentarium
