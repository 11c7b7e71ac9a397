#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/tape/gradient_check.h"

namespace attentarium {

/// One op, or a whole model, on one shape, to be compared with finite differences in double.
struct GradientCase {
    std::string op;     ///< its own name, for example `softmax`
    std::string shape;  ///< what distinguishes this case, for people
    std::function<GradientCheckResult()> check;
};

/// The largest relative error that passes.
inline constexpr double kLargestGradientError = 1e-6;

/// Every op on three shapes or more, a length of 1 and a masked one among them, and whole models; cases of one op stand
/// together. The same cases serve the tests and whoever wants to see the errors.
std::vector<GradientCase> gradientCases();

}  // namespace attentarium
