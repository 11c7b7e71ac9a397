#pragma once

#include <span>

#include "engine/tape/tape.h"

namespace attentarium {

/// y[i] = x[rows[i]]: chosen rows of x [… , width] with all its leading axes folded into one, each as often as it is
/// named; the result is [rows, width]. Throws `LogicError` for a row that x does not have.
template <typename Scalar>
Var pickRows(Tape<Scalar>& tape, Var x, std::span<const int> rows);

}  // namespace attentarium
