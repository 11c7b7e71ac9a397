#pragma once

#include <span>

#include "engine/tape/tape.h"

namespace attentarium {

/// y[b] = fresh[b] where text b is longer than `time`, else old[b]: at padding a state stays as it is.
/// For fresh and old [texts, width].
template <typename Scalar>
Var carryOver(Tape<Scalar>& tape, Var fresh, Var old, std::span<const std::int64_t> lengths, std::int64_t time);

}  // namespace attentarium
