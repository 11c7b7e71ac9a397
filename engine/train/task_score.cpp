#include "engine/train/task_score.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/error.h"
#include "engine/ops/cross_entropy.h"

namespace attentarium {
namespace {

// A fixed number, so that the result does not depend on how many texts there are.
constexpr std::int64_t kTextsAtOnce = 64;

struct Sums {
    double loss = 0;
    double count = 0;
    double mean() const { return count > 0 ? loss / count : 0; }
};

/// Whether each target is the likeliest of its row of `logits`; what they cost is added to `sums`. Rows whose target
/// is `kNoTarget` do not count.
bool isLikeliest(TensorView<const float> logits, std::size_t firstRow, std::span<const int> targets, Sums& sums) {
    const auto size = static_cast<std::size_t>(logits.columns());
    bool right = true;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (targets[i] == kNoTarget) continue;
        const std::span<const float> row(logits.row(static_cast<std::int64_t>(firstRow + i)), size);
        const float largest = *std::ranges::max_element(row), own = row[static_cast<std::size_t>(targets[i])];
        double sum = 0;
        for (const float logit : row) sum += std::exp(static_cast<double>(logit) - static_cast<double>(largest));
        sums.loss += std::log(sum) + static_cast<double>(largest) - static_cast<double>(own);
        sums.count += 1;
        // A number that is none is never right.
        right = right && own >= largest;
    }
    return right;
}

}  // namespace

TaskScore scoreOn(const Model<float>& model, const ExampleTexts& texts, Parallel& parallel) {
    expects(texts.size() > 0, "[score] needs at least one text");
    const auto total = static_cast<std::int64_t>(texts.size());
    PaddedBatch padded(std::min(kTextsAtOnce, total), texts.longestSource(), texts.longestTokens());
    Tape<float> tape(Purpose::Training, parallel);
    TaskScore score;
    Sums tokens, classes;
    std::vector<std::size_t> chosen;
    for (std::int64_t first = 0; first < total; first += kTextsAtOnce) {
        const std::int64_t count = std::min(kTextsAtOnce, total - first);
        chosen.resize(static_cast<std::size_t>(count));
        std::iota(chosen.begin(), chosen.end(), static_cast<std::size_t>(first));
        padded.setAll(texts, chosen);
        const TrainingBatch batch = padded.first(count);
        tape.clear();
        const Outputs outputs = model.run(tape, batch.inputs);
        const auto length = static_cast<std::size_t>(batch.inputs.tokens.length);
        for (std::size_t row = 0; row < static_cast<std::size_t>(count); ++row) {
            bool right = true;
            if (!batch.targets.empty() && outputs.logits) {
                const auto targets = batch.targets.subspan(row * length, length);
                right = isLikeliest(tape.value(outputs.logits), row * length, targets, tokens);
            }
            if (!batch.labels.empty() && outputs.classLogits) {
                right = isLikeliest(tape.value(outputs.classLogits), row, batch.labels.subspan(row, 1), classes);
            }
            score.texts.push_back(right ? 1 : 0);
        }
    }
    score.right = static_cast<double>(std::ranges::count(score.texts, 1)) / static_cast<double>(total);
    score.tokenLoss = tokens.mean();
    score.taskLoss = classes.mean();
    return score;
}

}  // namespace attentarium
