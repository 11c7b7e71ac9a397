#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/random.h"
#include "engine/text/tasks/task_options.h"
#include "engine/text/tokenizer.h"

namespace attentarium {

/// A question and its answer: a text for most tasks, a class for the others.
struct Example {
    std::string question;
    std::string answer;  ///< empty where the answer is a class
    int label = -1;      ///< the class, an index into `Task::classes()`; -1 where the answer is a text

    bool operator==(const Example&) const = default;
};

/// The two sides of a task's questions. No question is on both.
enum class TaskPart { Training, HeldOut };

/// A task with known answers: an endless supply of questions, drawn as often as one likes.
///
/// Which side a question is on is decided by a hash of it and the seed of the options, so the sides are disjoint
/// whatever is drawn and need not be stored. Dates are split by the day, so that a held-out day was never seen in any
/// spelling; sums by the pair of numbers in either order. A task with few questions keeps few, or only one, on its
/// held-out side: they then come up again and again, and exact match is measured on those few. Options that leave
/// either side without a question are refused.
class Task {
  public:
    virtual ~Task() = default;
    Task(const Task&) = delete;
    Task& operator=(const Task&) = delete;

    const TaskOptions& options() const { return m_options; }

    /// A question of one side, each as likely as the task makes it.
    Example draw(TaskPart part, Random& random) const;
    /// The side that an example's question is on.
    TaskPart partOf(const Example& example) const;

    /// The names of the classes, empty for a task whose answers are texts.
    virtual std::span<const std::string_view> classes() const { return {}; }
    bool hasClasses() const { return !classes().empty(); }

    /// Every token of questions and answers, then the special tokens. It does not depend on lengths.
    Vocabulary vocabulary() const;
    virtual TokenizerKind tokenizerKind() const { return TokenizerKind::Character; }
    /// In which language questions and answers are cut into words.
    virtual Language questionLanguage() const { return Language::English; }
    virtual Language answerLanguage() const { return questionLanguage(); }

    /// The most tokens that a question has.
    virtual std::int64_t longestQuestion() const = 0;
    /// The most tokens that an answer has, its end not counted; 0 for classes.
    virtual std::int64_t longestAnswer() const = 0;

  protected:
    explicit Task(const TaskOptions& options) : m_options(options) {}

    /// Draws from all questions.
    virtual Example any(Random& random) const = 0;
    /// What decides the side; a function of the question.
    virtual std::string splitKey(const Example& example) const { return example.question; }
    virtual std::vector<std::string> symbols() const = 0;

  private:
    TaskOptions m_options;
};

/// Throws `Error`: as `validate`, or TaskTooSmall where one side would have no question.
std::unique_ptr<Task> makeTask(const TaskOptions& options);

/// Cuts questions and answers of one task into ids of one vocabulary.
class TaskTokenizers {
  public:
    /// `vocabulary` has the symbols of the task and the special tokens.
    TaskTokenizers(const Task& task, const Vocabulary& vocabulary);

    const Tokenizer& question() const { return *m_question; }
    const Tokenizer& answer() const { return *m_answer; }

  private:
    std::unique_ptr<Tokenizer> m_question;
    std::unique_ptr<Tokenizer> m_answer;
};

}  // namespace attentarium
