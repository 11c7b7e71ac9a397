#pragma once

#include "engine/train/gradient_case_list.h"

namespace attentarium {

/// The ops of recurrent networks and what they are made of.
void addRecurrentOps(GradientCaseList& list);
/// `rnn`, `lstm`, `gru` and `seq2seq` as a whole.
void addRecurrentModels(GradientCaseList& list);

}  // namespace attentarium
