#pragma once

#include <span>

#include "engine/tape/tape.h"

namespace attentarium {

/// y[i] = matrix[ids[i]]: for each id its row. `matrix` is [rows, width]; the result is `leading` × width, where
/// `leading` holds as many cells as there are ids. Throws `LogicError` for an id without a row.
template <typename Scalar>
Var embedding(Tape<Scalar>& tape, Var matrix, std::span<const int> ids, const Shape& leading);

}  // namespace attentarium
