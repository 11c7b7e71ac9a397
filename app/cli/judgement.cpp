#include "app/cli/judgement.h"

#include <algorithm>
#include <sstream>

#include "app/cli/failure.h"
#include "engine/core/error.h"
#include "engine/decode/sampling.h"
#include "engine/io/checkpoint.h"
#include "engine/io/ngram_checkpoint.h"
#include "engine/text/special_tokens.h"
#include "engine/text/tasks/task.h"

namespace attentarium::cli {
namespace {

std::size_t likeliest(std::span<const float> logits) {
    return static_cast<std::size_t>(std::ranges::max_element(logits) - logits.begin());
}

void demandFits(const std::vector<int>& tokens, std::int64_t context) {
    if (static_cast<std::int64_t>(tokens.size()) <= context) return;
    throw Error(ErrorKind::TextTooLong, {.value = std::to_string(tokens.size()), .limit = std::to_string(context)});
}

std::string className(const Checkpoint& checkpoint, std::size_t place) {
    if (checkpoint.task) {
        const auto task = makeTask(*checkpoint.task);
        if (task->hasClasses()) return std::string(task->classes()[place]);
    }
    // A head of two classes on a task with written answers says whether a proposed one is right.
    return place == 1 ? "right" : "wrong";
}

std::string classOf(const Checkpoint& checkpoint, std::vector<int> tokens) {
    const Vocabulary& vocabulary = checkpoint.tokenizer->vocabulary();
    const bool first = checkpoint.model->config().family == Family::Bert;
    tokens.insert(first ? tokens.begin() : tokens.end(), specialId(vocabulary, special::kClass));
    demandFits(tokens, checkpoint.model->config().context);
    std::vector<int> segments;
    const auto separator = std::ranges::find(tokens, specialId(vocabulary, special::kSeparator));
    if (first && separator != tokens.end()) {
        segments.assign(tokens.size(), 1);
        std::fill_n(segments.begin(), separator - tokens.begin() + 1, 0);
    }
    Parallel parallel(1);
    Tape<float> tape(Purpose::Training, parallel);
    Batch batch = batchOf(tokens, static_cast<std::int64_t>(tokens.size()));
    batch.segments = segments;
    const auto logits = tape.value(checkpoint.model->run(tape, batch).classLogits).span();
    const std::size_t best = likeliest(logits);
    const auto probabilities = nextTokenProbabilities(logits, {});
    std::ostringstream said;
    said << className(checkpoint, best) << ' ' << probabilities[best];
    return said.str();
}

std::string filledIn(const Checkpoint& checkpoint, std::vector<int> tokens) {
    const int mask = specialId(checkpoint.tokenizer->vocabulary(), special::kMask);
    if (std::ranges::find(tokens, mask) == tokens.end()) {
        throw UsageError("This model fills in what is missing: write <mask> in its place.");
    }
    demandFits(tokens, checkpoint.model->config().context);
    Parallel parallel(1);
    Tape<float> tape(Purpose::Training, parallel);
    const auto logits =
        tape.value(checkpoint.model->run(tape, batchOf(tokens, static_cast<std::int64_t>(tokens.size()))).logits);
    const auto size = static_cast<std::size_t>(logits.columns());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::span<const float> row(logits.row(static_cast<std::int64_t>(i)), size);
        if (tokens[i] == mask) tokens[i] = static_cast<int>(likeliest(row));
    }
    return checkpoint.tokenizer->decode(tokens);
}

}  // namespace

std::optional<std::string> judgement(const std::string& folder, const std::string& text) {
    if (holdsNgrams(folder)) return std::nullopt;
    const Checkpoint checkpoint = loadCheckpoint(folder);
    const ModelConfig& config = checkpoint.model->config();
    if (checkpoint.task && config.classes > 0) return classOf(checkpoint, checkpoint.tokenizer->encode(text));
    if (config.family == Family::Bert) return filledIn(checkpoint, checkpoint.tokenizer->encode(text));
    return std::nullopt;
}

}  // namespace attentarium::cli
