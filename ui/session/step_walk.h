#pragma once

#include <string>

#include "engine/trace/trace.h"

namespace attentarium {

/// How far one press of the transport bar goes.
enum class StepUnit { Operation, Layer, Token };

/// The part of the model that a step belongs to: `blocks.0`, or the name itself outside the blocks.
std::string layerOf(const Trace& trace, const Step& step);

/// The first step of the next (`direction` +1) or the previous (−1) layer or phase; `from` where there is none.
int layerStepFrom(const Trace& trace, int from, int direction);

/// The step of `after` that shows what step `from` of `before` showed, or the nearest one.
int sameStep(const Trace& before, int from, const Trace& after);

}  // namespace attentarium
