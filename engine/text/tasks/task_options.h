#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>

#include "engine/core/enumeration.h"
#include "engine/text/language.h"

namespace attentarium {

/// The tasks with known answers, a closed list.
enum class TaskName { Copy, Reverse, Sort, Addition, Dates, Brackets, Recall, Translation, Sentiment };

inline constexpr std::array<std::string_view, 9> kTaskNames{"copy",     "reverse", "sort",        "addition", "dates",
                                                            "brackets", "recall",  "translation", "sentiment"};
template <>
inline constexpr std::span<const std::string_view> kNames<TaskName>{kTaskNames};

/// Throws `Error` with OptionOutOfRange, naming all tasks, where there is none of that name.
TaskName taskNamed(std::string_view name);

/// What makes a task what it is. A task reads some of these and leaves the others alone.
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
    double heldOutShare = 0.1;      ///< of all questions
    Language language = Language::English;  ///< of the texts whose feeling is asked for
    std::uint64_t seed = 1;                 ///< decides which questions are held out

    bool operator==(const TaskOptions&) const = default;
};

/// The options with which a task is best begun.
TaskOptions defaultsOf(TaskName task);

/// Refuses impossible options by name and value, NaN included: throws `Error` with OptionOutOfRange.
void validate(const TaskOptions& options);

/// A few tasks, as one value.
class TaskSet {
  public:
    constexpr TaskSet(std::initializer_list<TaskName> tasks) {
        for (const TaskName task : tasks) m_bits |= bitOf(task);
    }
    static constexpr TaskSet all() { return TaskSet(~0u); }

    constexpr bool contains(TaskName task) const { return (m_bits & bitOf(task)) != 0; }

  private:
    constexpr explicit TaskSet(unsigned bits) : m_bits(bits) {}
    static constexpr unsigned bitOf(TaskName task) { return 1u << static_cast<unsigned>(task); }

    unsigned m_bits = 0;
};

/// What is known of one option besides its value.
struct TaskField {
    std::string_view name;   ///< in config.json; on the command line with hyphens for the underscores
    std::string_view about;  ///< for people
    TaskSet tasks;           ///< that read it
    double least = 0;        ///< of a number
    double most = 0;
};

/// Calls `visit(const TaskField&, member)` for every option but the task, the language and the seed, which whatever
/// learns from a task has already: the one list behind the command line, config.json and validation. `member` is an
/// integer, a number or a flag.
template <typename Options, typename Visit>
void forEachField(Options& options, Visit&& visit) requires requires {
    options.heldOutShare;
}
{
    using enum TaskName;
    constexpr TaskSet kOfLetters{Copy, Reverse, Sort}, kWithLengths{Copy, Reverse, Sort, Brackets, Recall};
    visit(
        TaskField{"min_length", "shortest question: letters, brackets, or pairs to recall from", kWithLengths, 1, 1000},
        options.minLength);
    visit(
        TaskField{"max_length", "longest question: letters, brackets, or pairs to recall from", kWithLengths, 1, 1000},
        options.maxLength);
    visit(TaskField{"alphabet", "letters that words are made of", kOfLetters, 1, 26}, options.alphabet);
    visit(TaskField{"digits", "digits of each number to be added", {Addition}, 1, 18}, options.digits);
    visit(TaskField{"least_digit_first", "write a sum from its ones up", {Addition}}, options.leastDigitFirst);
    visit(TaskField{"first_year", "first year of the dates", {Dates}, 1583, 9999}, options.firstYear);
    visit(TaskField{"last_year", "last year of the dates", {Dates}, 1583, 9999}, options.lastYear);
    visit(TaskField{"bracket_kinds", "1: (), 2: () and [], 3: {} too", {Brackets}, 1, 3}, options.bracketKinds);
    visit(TaskField{"whole_stories", "translate stories, not their sentences", {Translation}}, options.wholeStories);
    visit(TaskField{"held_out_share", "share of all questions that is never learned from", TaskSet::all(), 0.001, 0.5},
          options.heldOutShare);
}

}  // namespace attentarium
