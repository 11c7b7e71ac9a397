#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/tensor.h"

namespace attentarium {

/// What a model keeps of the tokens it has read, to go on from there: the keys and values of attention, or the hidden
/// and cell states of a recurrent network. A plain value; copies share their tensors until one changes.
template <typename Scalar>
struct Memory {
    std::int64_t texts = 0;
    std::int64_t tokensRead = 0;              ///< of each text
    std::vector<Tensor<Scalar>> tensors;      ///< the model knows which is which; the first axis is the text
    std::vector<std::int64_t> sourceLengths;  ///< of the texts that an encoder read; empty when all are whole

    /// A memory whose text `i` is this one's text `rows[i]`, so that several continuations can grow from one.
    Memory select(std::span<const int> rows) const;
};

}  // namespace attentarium
