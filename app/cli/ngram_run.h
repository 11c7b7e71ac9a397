#pragma once

#include "app/cli/results.h"
#include "app/cli/train_options.h"

namespace attentarium::cli {

/// `train --model ngram`: counts the corpus once. Throws `UsageError` for options of learning, `Error` as `train`.
Results countNgrams(const TrainOptions& options);

}  // namespace attentarium::cli
