#pragma once

#include <QString>

#include "engine/trace/trace.h"

namespace attentarium {

/// What `user` adds to the gradient of `node`, by the local rule of its op: `dL/dQ · W_Qᵀ`.
QString contributionFormulaOf(const Trace& trace, Var node, Var user);

}  // namespace attentarium
