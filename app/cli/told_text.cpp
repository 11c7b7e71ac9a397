#include "app/cli/told_text.h"

#include <algorithm>
#include <utility>

#include "app/cli/failure.h"
#include "engine/decode/greedy_answer.h"
#include "engine/ops/cross_entropy.h"
#include "engine/text/special_tokens.h"
#include "engine/train/task_encoder.h"

namespace attentarium::cli {
namespace {

TracedText textOf(const ExampleTexts& texts, bool inPlace) {
    const ExampleText text = texts[0];
    const auto copy = [](std::span<const int> ids) { return std::vector<int>(ids.begin(), ids.end()); };
    TracedText traced;
    traced.tokens = copy(text.tokens);
    traced.targets = copy(text.targets);
    traced.source = copy(text.source);
    traced.segments = copy(text.segments);
    traced.inPlace = inPlace;
    traced.label = text.label;
    return traced;
}

/// A question of the checkpoint's task with its answer, or the class that it names.
TracedText questionText(const Checkpoint& checkpoint, const std::string& text, const std::string& answer) {
    const ModelConfig& config = checkpoint.model->config();
    const std::shared_ptr<const Task> task = makeTask(*checkpoint.task);
    const TaskForm form = formFor(*task, config);
    if (form == TaskForm::Match) {
        throw UsageError("This model judges pairs: write both with <separator> between them, without --answer.");
    }
    Example example{.question = text, .answer = answer};
    if (task->hasClasses()) {
        const auto named = std::ranges::find(task->classes(), answer);
        if (named == task->classes().end()) {
            std::string all;
            for (const std::string_view name : task->classes()) all += (all.empty() ? "" : " or ") + std::string(name);
            throw Error(ErrorKind::OptionOutOfRange, {.name = "answer", .value = answer, .limit = all});
        }
        example.label = static_cast<int>(named - task->classes().begin());
        example.answer.clear();
    }
    const TaskEncoder encoder(task, checkpoint.tokenizer->vocabulary(), form, config.family);
    ExampleTexts texts;
    Random random(checkpoint.task->seed);
    encoder.encodeInto(texts, example, random);
    return textOf(texts, config.family == Family::Bert);
}

TracedText answered(const Checkpoint& checkpoint, std::vector<int> source, const std::optional<std::string>& answer) {
    const Vocabulary& vocabulary = checkpoint.tokenizer->vocabulary();
    const int begin = specialId(vocabulary, special::kBegin), end = specialId(vocabulary, special::kEnd);
    const std::vector<int> tokens =
        answer ? checkpoint.tokenizer->encode(*answer) : greedyAnswer(*checkpoint.model, source, begin, end);
    return answeredText(std::move(source), tokens, begin, end);
}

TracedText filledIn(const Checkpoint& checkpoint, std::vector<int> tokens, const std::optional<std::string>& answer) {
    const Vocabulary& vocabulary = checkpoint.tokenizer->vocabulary();
    const int mask = specialId(vocabulary, special::kMask);
    TracedText text;
    text.inPlace = true;
    text.targets.assign(tokens.size(), kNoTarget);
    if (answer) {
        const std::vector<int> words = checkpoint.tokenizer->encode(*answer);
        if (static_cast<std::ptrdiff_t>(words.size()) != std::ranges::count(tokens, mask)) {
            throw UsageError("--answer must have one word for each <mask> of the text.");
        }
        auto next = words.begin();
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (tokens[i] == mask) text.targets[i] = *next++;
        }
    }
    text.tokens = std::move(tokens);
    return text;
}

/// A text whose class is looked at without knowing it, with the mark where the class is read.
TracedText judged(const Checkpoint& checkpoint, std::vector<int> tokens) {
    const Vocabulary& vocabulary = checkpoint.tokenizer->vocabulary();
    const bool first = checkpoint.model->config().family == Family::Bert;
    tokens.insert(first ? tokens.begin() : tokens.end(), specialId(vocabulary, special::kClass));
    if (!first) return continuedText(std::move(tokens));
    TracedText text;
    text.inPlace = true;
    const auto separator = std::ranges::find(tokens, specialId(vocabulary, special::kSeparator));
    if (separator != tokens.end()) {
        text.segments.assign(tokens.size(), 1);
        std::fill_n(text.segments.begin(), separator - tokens.begin() + 1, 0);
    }
    text.tokens = std::move(tokens);
    return text;
}

}  // namespace

TracedText toldText(const Checkpoint& checkpoint, const std::string& text, const std::optional<std::string>& answer) {
    const ModelConfig& config = checkpoint.model->config();
    if (checkpoint.task && answer) return questionText(checkpoint, text, *answer);
    std::vector<int> tokens = checkpoint.tokenizer->encode(text);
    if (kEncoderDecoders.contains(config.family)) return answered(checkpoint, std::move(tokens), answer);
    if (checkpoint.task && config.classes > 0) return judged(checkpoint, std::move(tokens));
    if (config.family == Family::Bert) return filledIn(checkpoint, std::move(tokens), answer);
    if (answer) throw UsageError("--answer is for a model that answers, fills in <mask>s or tells classes.");
    return continuedText(std::move(tokens));
}

}  // namespace attentarium::cli
