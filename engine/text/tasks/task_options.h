#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "engine/text/language.h"

namespace attentarium {

/// The tasks with known answers, a closed list.
enum class TaskName { Copy, Reverse, Sort, Addition, Dates, Brackets, Recall, Translation, Sentiment };

std::span<const TaskName> allTasks();
/// `copy`, `reverse`, `sort`, `addition`, `dates`, `brackets`, `recall`, `translation`, `sentiment`.
std::string_view nameOf(TaskName task);
/// Throws `Error` with OptionOutOfRange, naming all tasks, where there is none of that name.
TaskName taskNamed(std::string_view name);

/// What makes a task what it is. A task reads some of these and leaves the others alone; `forEachField` says which.
struct TaskOptions {
    TaskName task = TaskName::Copy;
    std::int64_t minLength = 3;     ///< letters of a word, brackets of a text, or pairs to recall from
    std::int64_t maxLength = 10;    ///< as `minLength`
    std::int64_t alphabet = 10;     ///< letters that words are made of
    std::int64_t digits = 3;        ///< of each number to be added
    bool leastDigitFirst = true;    ///< whether a sum is written from its ones up: the order in which carries arise
    std::int64_t firstYear = 1950;  ///< of the dates
    std::int64_t lastYear = 2049;   ///< of the dates
    std::int64_t bracketKinds = 3;  ///< 1: (), 2: () and [], 3: {} too
    bool wholeStories = false;      ///< whether to translate stories rather than their sentences
    Language language = Language::English;  ///< of the texts whose feeling is asked for
    double heldOutShare = 0.1;              ///< of all questions
    std::uint64_t seed = 1;                 ///< decides which questions are held out

    bool operator==(const TaskOptions&) const = default;
};

/// The options with which a task is best begun.
TaskOptions defaultsOf(TaskName task);

/// Refuses impossible options by name and value, NaN included: throws `Error` with OptionOutOfRange.
void validate(const TaskOptions& options);

/// What is said about one option.
struct TaskField {
    std::string_view name;   ///< as on the command line, after two dashes
    std::string_view about;  ///< a line for people
    double least = 0;        ///< what is accepted
    double most = 1;
};

/// Calls `visit(TaskField, value&)` for each option that `options.task` reads. Values are `std::int64_t`, `bool`,
/// `double`, `Language` and, for the seed, `std::uint64_t`; the limits of the last three and of `bool` mean nothing
/// but for `double`.
template <typename Options, typename Visitor>
void forEachField(Options& options, Visitor&& visit) {
    const TaskName task = options.task;
    const bool ofLetters = task == TaskName::Copy || task == TaskName::Reverse || task == TaskName::Sort;
    const bool hasLengths = ofLetters || task == TaskName::Brackets || task == TaskName::Recall;
    // A key is a letter and no key stands twice, so there are no more pairs than letters.
    const double longest = task == TaskName::Recall ? 26 : 1000;
    if (hasLengths) {
        visit(TaskField{"min-length", "shortest question: letters, brackets, or pairs to recall from", 1, longest},
              options.minLength);
        visit(TaskField{"max-length", "longest question: letters, brackets, or pairs to recall from", 1, longest},
              options.maxLength);
    }
    if (ofLetters) visit(TaskField{"alphabet", "letters that words are made of", 1, 26}, options.alphabet);
    if (task == TaskName::Addition) {
        visit(TaskField{"digits", "digits of each number to be added", 1, 18}, options.digits);
        visit(TaskField{"least-digit-first", "write a sum from its ones up", 0, 1}, options.leastDigitFirst);
    }
    if (task == TaskName::Dates) {
        visit(TaskField{"first-year", "first year of the dates", 1583, 9999}, options.firstYear);
        visit(TaskField{"last-year", "last year of the dates", 1583, 9999}, options.lastYear);
    }
    if (task == TaskName::Brackets) {
        visit(TaskField{"bracket-kinds", "1: (), 2: () and [], 3: {} too", 1, 3}, options.bracketKinds);
    }
    if (task == TaskName::Translation) {
        visit(TaskField{"whole-stories", "translate stories, not their sentences", 0, 1}, options.wholeStories);
    }
    if (task == TaskName::Sentiment) {
        visit(TaskField{"language", "en or zh", 0, 1}, options.language);
    }
    visit(TaskField{"held-out-share", "share of all questions that is never learned from", 0.001, 0.5},
          options.heldOutShare);
    visit(TaskField{"task-seed", "decides which questions are held out", 0, 0}, options.seed);
}

}  // namespace attentarium
