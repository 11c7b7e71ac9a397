#pragma once

#include <QString>

#include "engine/trace/trace.h"

namespace attentarium {

/// What was done to one head in this run, as a sign and a word: "⊘ silent", "‖ frozen", "⇄ swapped"; all that hold,
/// divided by commas, and empty where nothing was. `attention` is any value of the attention, for example its weights.
QString headRemark(const Trace& trace, Var attention, int head);
/// The signs alone, "⊘ ⇄", where there is no room for words.
QString headSigns(const Trace& trace, Var attention, int head);

}  // namespace attentarium
