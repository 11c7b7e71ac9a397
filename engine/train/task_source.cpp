#include "engine/train/task_source.h"

#include "engine/core/demand.h"

namespace attentarium {

TaskSource::TaskSource(const TaskEncoder& encoder, std::int64_t examples, std::int64_t texts, std::uint64_t seed)
    : m_examples(taskExamples(encoder, TaskPart::Training, examples, seed)),
      m_groups(m_examples.size(), texts, seed),
      m_batch(texts, m_examples.longestSource(), m_examples.longestTokens()) {}

TrainingBatch TaskSource::draw() {
    const auto lengthOf = [this](std::size_t text) { return m_examples.lengthOf(text); };
    m_batch.setAll(m_examples, m_groups.next(lengthOf).texts);
    return m_batch.all();
}

ExampleTexts taskExamples(const TaskEncoder& encoder, TaskPart part, std::int64_t count, std::uint64_t seed) {
    demand("examples", count, count >= 1 && count <= 10'000'000, "from 1 to 10000000");
    ExampleTexts texts;
    Random random(seed);
    for (std::int64_t i = 0; i < count; ++i) encoder.drawInto(texts, part, random);
    return texts;
}

}  // namespace attentarium
