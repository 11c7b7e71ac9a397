#pragma once

#include <span>

#include "engine/tape/tape.h"

namespace attentarium {

/// One x · weight + bias, for x [texts, in], weight [in, columns] and bias [columns].
struct GatePart {
    Var x;
    Var weight;
    Var bias;
};

/// y = Σ_parts x · weight + bias, but only for `count` columns of the weights from `first` on: what goes into one gate
/// of a recurrent cell. The result is [texts, count].
template <typename Scalar>
Var gateSums(Tape<Scalar>& tape, std::span<const GatePart> parts, std::int64_t first, std::int64_t count);

}  // namespace attentarium
