#pragma once

#include "engine/train/gradient_case_list.h"

namespace attentarium {

/// The ops of word vectors and of the feed-forward language model.
void addWordOps(GradientCaseList& list);
/// These families as a whole.
void addWordModels(GradientCaseList& list);

}  // namespace attentarium
