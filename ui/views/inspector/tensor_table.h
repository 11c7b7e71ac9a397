#pragma once

#include <QString>

#include "engine/trace/trace.h"

namespace attentarium {

/// Facts about all numbers of a tensor.
struct TensorFacts {
    double least = 0;
    double mean = 0;
    double most = 0;
    std::int64_t finite = 0;
    std::int64_t hidden = 0;  ///< −∞ from the mask
};

TensorFacts factsOf(std::span<const float> numbers);
/// The tensor as a spreadsheet reads it: a row in a line, an empty line between heads.
QString tensorTable(const Trace& trace, Var node, Quantity quantity);

}  // namespace attentarium
