#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/random.h"
#include "engine/train/training_batch.h"

namespace attentarium {

/// Where a source of batches stands: with it, and the seed and data it was made from, the next batches are those that
/// would have come.
struct SourceState {
    Random::State random{};
    std::vector<std::int64_t> places;  ///< of a source that reads on; empty for one that draws

    bool operator==(const SourceState&) const = default;
};

/// Hands out batches to learn from, one after the other, without end.
class BatchSource {
  public:
    virtual ~BatchSource() = default;

    /// The next batch; its memory stays until the next call. After the first few it allocates nothing.
    virtual TrainingBatch draw() = 0;
    /// Whether each batch goes on where the one before ended, text by text, so that a recurrent state is carried over:
    /// truncated back-propagation through time (Williams and Peng, 1990).
    virtual bool continues() const { return false; }

    virtual SourceState state() const = 0;
    /// Whether `state` can be one of this source: files may be damaged, or another corpus be given with them.
    virtual bool canRestore(const SourceState& state) const { return state.places.empty(); }
    /// `state` must be one that can be restored.
    virtual void restore(const SourceState& state) = 0;
};

}  // namespace attentarium
