#pragma once

#include <string>

#include "engine/io/checkpoint.h"
#include "engine/io/ngram_checkpoint.h"
#include "engine/runs/material.h"

namespace attentarium::cli {

/// What a checkpoint learned from. A corpus from a file must be said where it is: throws `UsageError` for an empty
/// `corpus` otherwise.
Material materialOf(const Checkpoint& checkpoint, const std::string& corpus);

/// The same for counts.
Material materialOf(const NgramCheckpoint& checkpoint, const std::string& corpus);

}  // namespace attentarium::cli
