#include "engine/train/evaluation.h"

#include <algorithm>
#include <string>

#include "engine/core/error.h"
#include "engine/train/objective.h"

namespace attentarium {
namespace {

// A fixed number, so that the result does not depend on how long the text is.
constexpr std::int64_t kWindowsAtOnce = 16;

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

}  // namespace attentarium
