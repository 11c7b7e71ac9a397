#include "engine/train/evaluation.h"

#include <algorithm>
#include <string>

#include "engine/core/error.h"
#include "engine/ops/cross_entropy.h"
#include "engine/train/objective.h"

namespace attentarium {
namespace {

// A fixed number, so that the result does not depend on how long the text is.
constexpr std::int64_t kWindowsAtOnce = 16;

class Mean {
  public:
    /// The mean over the targets that count weighs as much as there are.
    void add(const Tape<float>& tape, Var mean, std::span<const int> targets) {
        if (!mean) return;
        const auto counted =
            static_cast<double>(targets.size()) - static_cast<double>(std::ranges::count(targets, kNoTarget));
        m_sum += static_cast<double>(*tape.value(mean).data) * counted;
        m_count += counted;
    }
    double value() const { return m_count > 0 ? m_sum / m_count : 0; }

  private:
    double m_sum = 0;
    double m_count = 0;
};

}  // namespace

double evaluate(const Model<float>& model, std::span<const int> tokens, Parallel& parallel) {
    const std::int64_t length = model.config().context;
    const std::int64_t windows = (static_cast<std::int64_t>(tokens.size()) - 1) / length;
    if (tokens.empty() || windows < 1) {
        throw Error(ErrorKind::CorpusTooShort,
                    {.file = "The text", .value = std::to_string(tokens.size()), .limit = std::to_string(length + 1)});
    }
    Tape<float> tape(Purpose::Training, parallel);
    double total = 0;
    for (std::int64_t first = 0; first < windows; first += kWindowsAtOnce) {
        const std::int64_t count = std::min(kWindowsAtOnce, windows - first);
        const auto at = static_cast<std::size_t>(first * length), size = static_cast<std::size_t>(count * length);
        tape.clear();
        const TrainingBatch batch{
            .inputs = batchOf(tokens.subspan(at, size), length), .targets = tokens.subspan(at + 1, size), .labels = {}};
        const Var loss = lossesOf(tape, model, batch, {}).loss;
        total += static_cast<double>(*tape.value(loss).data) * static_cast<double>(count);
    }
    return total / static_cast<double>(windows);
}

MeanCosts evaluate(const Model<float>& model, BatchSource& source, std::int64_t batches, Parallel& parallel) {
    Tape<float> tape(Purpose::Training, parallel);
    Mean tokens, labels;
    for (std::int64_t i = 0; i < batches; ++i) {
        const TrainingBatch batch = source.draw();
        tape.clear();
        const Losses losses = lossesOf(tape, model, batch, {});
        tokens.add(tape, losses.tokenLoss, batch.targets);
        labels.add(tape, losses.taskLoss, batch.labels);
    }
    return {tokens.value(), labels.value()};
}

}  // namespace attentarium
