#include "engine/text/tasks/task.h"

#include <cmath>
#include <utility>

#include "engine/core/error.h"
#include "engine/text/special_tokens.h"
#include "engine/text/tasks/families.h"

namespace attentarium {
namespace {

// Even a thousandth of all questions is met within so many.
constexpr int kMostTries = 100'000;

/// FNV-1a over the bytes of `text`, then the finish of splitmix64, so that all bits depend on all bytes.
std::uint64_t hashed(std::string_view text, std::uint64_t seed) {
    std::uint64_t hash = 0xcbf29ce484222325ULL ^ (seed * 0x9e3779b97f4a7c15ULL);
    for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
    return hash ^ (hash >> 31);
}

std::unique_ptr<Task> unchecked(const TaskOptions& options) {
    switch (options.task) {
        case TaskName::Copy:
        case TaskName::Reverse:
        case TaskName::Sort:
            return tasks::makeLetters(options);
        case TaskName::Addition:
            return tasks::makeAddition(options);
        case TaskName::Dates:
            return tasks::makeDates(options);
        case TaskName::Brackets:
            return tasks::makeBrackets(options);
        case TaskName::Recall:
            return tasks::makeRecall(options);
        case TaskName::Translation:
            return tasks::makeTranslation(options);
        case TaskName::Sentiment:
            return tasks::makeSentiment(options);
    }
    throw LogicError("[tasks] no such task");
}

}  // namespace

TaskPart Task::partOf(const Example& example) const {
    const double place = std::ldexp(static_cast<double>(hashed(splitKey(example), m_options.seed)), -64);
    return place < m_options.heldOutShare ? TaskPart::HeldOut : TaskPart::Training;
}

Example Task::draw(TaskPart part, Random& random) const {
    for (int tries = 0; tries < kMostTries; ++tries) {
        Example example = any(random);
        if (partOf(example) == part) return example;
    }
    throw Error(ErrorKind::TaskTooSmall, {.name = std::string(nameOf(m_options.task))});
}

Vocabulary Task::vocabulary() const {
    return withSpecialTokens(Vocabulary(symbols()));
}

std::unique_ptr<Task> makeTask(const TaskOptions& options) {
    validate(options);
    std::unique_ptr<Task> task = unchecked(options);
    Random random(options.seed);
    task->draw(TaskPart::Training, random);
    task->draw(TaskPart::HeldOut, random);
    return task;
}

TaskTokenizers::TaskTokenizers(const Task& task, const Vocabulary& vocabulary)
    : m_question(makeTokenizer(task.tokenizerKind(), task.questionLanguage(), vocabulary)),
      m_answer(makeTokenizer(task.tokenizerKind(), task.answerLanguage(), vocabulary)) {}

}  // namespace attentarium
