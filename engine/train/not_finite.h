#pragma once

#include <string>

#include "engine/tape/tape.h"

namespace attentarium {

/// Where on the way forward to `loss` and back something first became no number: a value's or parameter's name, or an
/// op and its place; on the way back "the gradient through" it. Empty when everything is a number. Runs the way back
/// once more.
std::string firstNotFinite(Tape<float>& tape, Var loss);

}  // namespace attentarium
