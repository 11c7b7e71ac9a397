#pragma once

#include <cstdint>
#include <optional>

#include "engine/tape/interventions.h"
#include "engine/trace/trace.h"

namespace attentarium {

/// Sets a cell, row-major, of a named value or parameter of `trace`.
SetCell setCell(const Trace& trace, Var node, std::int64_t cell, double value);
/// The cell that a change is about, in the first row of a head or a mask where it is about more; none where the trace
/// does not have it.
std::optional<Cell> changedCell(const Trace& trace, const Intervention& change);
/// The scope of the attention that a value belongs to, where it has heads: `blocks.0.attention`. Empty for others.
std::string attentionOf(const Trace& trace, Var node);
/// How many heads an attention has; 0 where the trace has no such one.
std::int64_t headsOf(const Trace& trace, const std::string& attention);
/// A head with the weights that it has in `trace`.
std::optional<FreezeHead> frozenHead(const Trace& trace, const std::string& attention, std::int64_t head);

}  // namespace attentarium
