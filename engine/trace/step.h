#pragma once

#include <vector>

#include "engine/tape/tape.h"
#include "engine/trace/update_record.h"

namespace attentarium {

enum class Phase { Forward, Loss, Backward, Update };

/// One stop on the way: the tensor that is complete there. Backward stops are at gradients, update stops at parameters.
struct Step {
    Phase phase = Phase::Forward;
    Var node;

    bool operator==(const Step&) const = default;
};

/// All stops of a recorded pass in the order in which it ran. A parameter's gradient is complete, and so has its
/// stop, when the first op that used it has been passed on the way back.
std::vector<Step> stepsOf(const Tape<float>& tape, bool updated);

}  // namespace attentarium
