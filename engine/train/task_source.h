#pragma once

#include <memory>

#include "engine/train/batch_source.h"
#include "engine/train/length_groups.h"
#include "engine/train/task_encoder.h"

namespace attentarium {

/// The examples that most tasks are learned from.
inline constexpr std::int64_t kTaskExamples = 100'000;

/// Batches of a task's training examples, drawn again and again from a set that is drawn once; those of like length
/// come together.
class TaskSource final : public BatchSource {
  public:
    /// `examples` of the training side, then batches of `texts` of them. Throws `Error` with OptionOutOfRange for
    /// a number of examples that is impossible.
    TaskSource(const TaskEncoder& encoder, std::int64_t examples, std::int64_t texts, std::uint64_t seed);

    TrainingBatch draw() override;
    SourceState state() const override { return m_groups.state(); }
    bool canRestore(const SourceState& state) const override { return m_groups.canRestore(state); }
    void restore(const SourceState& state) override { m_groups.restore(state); }

  private:
    ExampleTexts m_examples;
    LengthGroups m_groups;
    PaddedBatch m_batch;
};

/// `count` examples of one side of a task, the same for the same seed.
ExampleTexts taskExamples(const TaskEncoder& encoder, TaskPart part, std::int64_t count, std::uint64_t seed);

}  // namespace attentarium
