#pragma once

#include <QString>

#include "ui/session/session.h"

namespace attentarium {

// How a step is called where someone types it: its number from 1; `first`, `last`; `forward`, `backward` or `update`,
// where such a phase begins; or the name of what it shows, such as `blocks.0.attention.weights`, with
// `backward:` or `update:` before it for the step at its gradient or its change.

/// Goes there; false when the trace has no such step.
bool goToStepNamed(Session& session, const QString& name);
/// The name of a step, as `goToStepNamed` takes it; empty when there is none.
QString nameOfStep(const Session& session);

}  // namespace attentarium
