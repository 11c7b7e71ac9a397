#include "engine/train/task_encoder.h"

#include <algorithm>
#include <string>

#include "engine/core/error.h"
#include "engine/ops/cross_entropy.h"
#include "engine/text/special_tokens.h"

namespace attentarium {
namespace {

[[noreturn]] void refuse(const char* name, std::string_view value, std::string limit) {
    throw Error(ErrorKind::OptionOutOfRange, {.name = name, .value = std::string(value), .limit = std::move(limit)});
}

std::vector<int> joined(std::initializer_list<std::span<const int>> parts) {
    std::vector<int> all;
    for (const std::span<const int> part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace

TaskForm formFor(const Task& task, const ModelConfig& config) {
    using enum Family;
    constexpr FamilySet kHeaded{Gpt, Bert}, kOnward{MlpLm, Rnn, Lstm, Gru, Gpt};
    const bool judges = kHeaded.contains(config.family) && config.classes > 0;
    if (task.hasClasses()) {
        if (!kHeaded.contains(config.family)) {
            refuse("model", nameOf(config.family), "gpt or bert for a task with classes");
        }
        const auto classes = static_cast<std::int64_t>(task.classes().size());
        if (config.classes != classes) {
            refuse("classes", std::to_string(config.classes), std::to_string(classes) + " for this task");
        }
        return TaskForm::Classify;
    }
    if (kEncoderDecoders.contains(config.family)) return TaskForm::Translate;
    if (judges) {
        if (config.classes != 2) refuse("classes", std::to_string(config.classes), "2 for this task");
        return TaskForm::Match;
    }
    if (kOnward.contains(config.family)) return TaskForm::Continue;
    refuse("model", nameOf(config.family), "a family that can write an answer");
}

TaskEncoder::TaskEncoder(std::shared_ptr<const Task> task, const Vocabulary& vocabulary, TaskForm form, Family family)
    : m_task(std::move(task)),
      m_tokenizers(*m_task, vocabulary),
      m_form(form),
      m_readsOnward(family != Family::Bert),
      m_begin(specialId(vocabulary, special::kBegin)),
      m_end(specialId(vocabulary, special::kEnd)),
      m_separator(specialId(vocabulary, special::kSeparator)),
      m_class(specialId(vocabulary, special::kClass)) {
    expects((form == TaskForm::Classify) == m_task->hasClasses(), "[tasks] this form does not suit the task");
}

std::int64_t TaskEncoder::longest() const {
    const std::int64_t question = m_task->longestQuestion(), answer = m_task->longestAnswer();
    switch (m_form) {
        case TaskForm::Translate:
            return std::max(question, answer + 1);
        case TaskForm::Continue:
            return question + 1 + answer;
        case TaskForm::Classify:
            return question + 1;
        case TaskForm::Match:
            return question + 1 + answer + 1;
    }
    return 0;
}

void TaskEncoder::drawInto(ExampleTexts& texts, TaskPart part, Random& random) const {
    encodeInto(texts, m_task->draw(part, random), random);
}

void TaskEncoder::encodeInto(ExampleTexts& texts, const Example& example, Random& random) const {
    const std::vector<int> question = m_tokenizers.question().encode(example.question);
    if (m_form == TaskForm::Classify) return addJudged(texts, question, {}, example.label);
    const std::vector<int> answer = m_tokenizers.answer().encode(example.answer);
    if (m_form == TaskForm::Translate) return addTranslation(texts, question, answer);
    if (m_form == TaskForm::Continue) return addContinuation(texts, question, answer);
    const std::vector<int> proposed = proposal(answer, random.below(2) == 1, random);
    addJudged(texts, question, proposed, proposed == answer ? 1 : 0);
}

void TaskEncoder::addTranslation(ExampleTexts& texts, std::span<const int> question,
                                 std::span<const int> answer) const {
    const std::vector<int> tokens = joined({{&m_begin, 1}, answer}), targets = joined({answer, {&m_end, 1}});
    texts.add({.source = question, .tokens = tokens, .targets = targets, .segments = {}, .label = kNoTarget});
}

void TaskEncoder::addContinuation(ExampleTexts& texts, std::span<const int> question,
                                  std::span<const int> answer) const {
    const std::vector<int> tokens = joined({question, {&m_separator, 1}, answer});
    const std::vector<int> unlearned(question.size(), kNoTarget);
    const std::vector<int> targets = joined({unlearned, answer, {&m_end, 1}});
    texts.add({.source = {}, .tokens = tokens, .targets = targets, .segments = {}, .label = kNoTarget});
}

void TaskEncoder::addJudged(ExampleTexts& texts, std::span<const int> question, std::span<const int> proposal,
                            int label) const {
    const std::span<const int> separator(&m_separator, proposal.empty() ? 0 : 1), mark(&m_class, 1);
    const std::vector<int> text = joined({question, separator, proposal});
    std::vector<int> tokens = m_readsOnward ? joined({text, mark}) : joined({mark, text});
    std::vector<int> targets, segments;
    if (m_readsOnward) {
        targets = text;
        targets.erase(targets.begin());
        targets.insert(targets.end(), {m_class, kNoTarget});
    } else {
        // The mark and the separator belong to the first of two texts (Devlin et al., 2019, figure 2).
        segments.assign(1 + question.size() + separator.size(), 0);
        segments.resize(tokens.size(), 1);
    }
    texts.add({.source = {}, .tokens = tokens, .targets = targets, .segments = segments, .label = label});
}

std::vector<int> TaskEncoder::proposal(const std::vector<int>& answer, bool right, Random& random) const {
    if (right) return answer;
    const Example other = m_task->draw(TaskPart::Training, random);
    const std::vector<int> others = m_tokenizers.answer().encode(other.answer);
    if (random.below(2) == 0) return others;
    // A token that answers have, so that it does not stand out.
    std::vector<int> changed = answer;
    changed[random.below(changed.size())] = others[random.below(others.size())];
    return changed;
}

}  // namespace attentarium
