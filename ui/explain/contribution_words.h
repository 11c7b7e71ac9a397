#pragma once

#include <QString>

#include "engine/trace/trace.h"

namespace attentarium {

/// What `user` adds to the gradient of `node`, by the local rule of its op: `dL/dQ · W_Qᵀ`.
QString contributionFormulaOf(const Trace& trace, Var node, Var user);
/// The letter of a tensor with a name, or that of its gradient, in a formula of `now`: `hₜ₋₁`, `dL/daᶠₜ₊₁`.
QString symbolBeside(const Trace& trace, Var node, Var now, Quantity quantity);

}  // namespace attentarium
