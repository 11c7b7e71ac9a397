#pragma once

#include "ui/views/stage/stage_scene.h"

namespace attentarium {

// What an op looks like when it is shown large.

/// What the op of `node` reads, with names: each line is one product, or all that is put together.
std::vector<std::vector<Var>> inputGroups(const StageScene& scene, Var node);
/// Which part of a tensor stands beside the op of `forOp`: the chosen head's where that has heads.
FigureSpec::Extent extentBeside(const StageScene& scene, Var node, Var forOp);
/// The sign behind the input of this number: `·`, `+`, `⊙`.
QString signOf(std::string_view op, std::size_t input);
/// What stands before the result: `=`, or the name of the function and an arrow.
QString arrowOf(std::string_view op);
/// The sign between dL/dy and the other factor of the local rule.
QString backwardSign(std::string_view op);
/// The tensor that dL/dy is multiplied with on the way to `node`; none where it is passed on as it is.
std::optional<Var> otherFactor(const StageScene& scene, Var node, Var user);
/// The values that went in, and those that the result goes into.
std::vector<Var> makersOf(const StageScene& scene, Var node);
std::vector<Var> readersOf(const StageScene& scene, Var node);
/// How the chosen cell, or the largest, was worked out: `she, feature 3:  0.12 · 0.5 + … = 0.31`.
QString arithmeticOf(const StageScene& scene, Var node, bool gradient);

}  // namespace attentarium
