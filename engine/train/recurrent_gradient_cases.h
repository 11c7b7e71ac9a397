#pragma once

#include "engine/train/gradient_case_list.h"

namespace attentarium {

/// The ops of recurrent networks and what they are made of.
void addRecurrentOps(GradientCaseList& list);

}  // namespace attentarium
