#include "engine/models/memory.h"

#include <algorithm>

#include "engine/core/error.h"

namespace attentarium {

template <typename Scalar>
Memory<Scalar> Memory<Scalar>::select(std::span<const int> rows) const {
    expects(!rows.empty(), "[memory] needs at least one text");
    Memory chosen;
    chosen.texts = static_cast<std::int64_t>(rows.size());
    chosen.tokensRead = tokensRead;
    for (const int row : rows) {
        expects(row >= 0 && row < texts, "[memory] there is no such text");
        if (!sourceLengths.empty()) chosen.sourceLengths.push_back(sourceLengths[static_cast<std::size_t>(row)]);
    }
    for (const Tensor<Scalar>& tensor : tensors) {
        const std::int64_t size = tensor.count() / texts;
        Tensor<Scalar>& copy = chosen.tensors.emplace_back(tensor.shape().withFirst(chosen.texts));
        Scalar* to = copy.mutableView().data;
        for (const int row : rows) to = std::copy_n(tensor.view().data + row * size, size, to);
    }
    return chosen;
}

template struct Memory<float>;
template struct Memory<double>;

}  // namespace attentarium
