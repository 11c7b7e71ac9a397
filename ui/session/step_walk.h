#pragma once

#include <string>

#include "engine/trace/trace.h"

namespace attentarium {

/// How far one press of the transport bar goes.
enum class StepUnit { Operation, Layer, Token };

/// The part of the model that a step belongs to: `blocks.0`, `encoder.layers.1`, or the name itself outside of such.
std::string layerOf(const Trace& trace, const Step& step);

/// The first step of the next (`direction` +1) or the previous (−1) layer or phase; `from` where there is none.
int layerStepFrom(const Trace& trace, int from, int direction);

/// From a value that is repeated at every time step to itself at the next step in time (+1) or the one before (−1), as
/// the pass went; past the last one to the first step that is not of the same repetition.
int timeStepFrom(const Trace& trace, int from, int direction);

/// The step of `after` that shows what step `from` of `before` showed, or the nearest one.
int sameStep(const Trace& before, int from, const Trace& after);

}  // namespace attentarium
