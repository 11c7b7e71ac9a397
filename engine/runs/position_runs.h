#pragma once

#include "engine/runs/run_setup.h"

namespace attentarium {

/// The small runs by which kinds of positions are compared: one block on the small world, windows of 32 words, and
/// everything the same but how the model learns where its words stand. `resources/checkpoints/train` makes the bundled
/// models `positions-KIND-LANGUAGE` from the same numbers.
RunSetup positionRun(Positions positions, Language language, std::uint64_t seed = 1);

}  // namespace attentarium
