#pragma once

#include <memory>

#include "engine/models/model_config.h"
#include "engine/text/tasks/task.h"
#include "engine/train/example_texts.h"

namespace attentarium {

/// How the examples of a task are put to a model.
enum class TaskForm {
    /// An encoder reads the question; the decoder goes from `<begin>` and the answer to the answer and `<end>`.
    Translate,
    /// One text, question `<separator>` answer; only the answer and its `<end>` are learned.
    Continue,
    /// The class of the question, read at `<class>`: before it for `bert`, behind it for families that read onward,
    /// which also learn to continue the question (Radford et al., 2018).
    Classify,
    /// Whether a proposed answer is the right one, question `<separator>` proposal with `<class>` as in `Classify`;
    /// class 1 is right. Half of all proposals are wrong: another question's answer, or the right one with a token
    /// changed.
    Match
};

/// The form in which a family learns a task: `Classify` for tasks with classes, `Translate` for encoder–decoders,
/// `Match` for other models with a head of two classes, else `Continue`. Throws `Error` with OptionOutOfRange where
/// the family cannot, or where the model has another number of classes than the task.
TaskForm formFor(const Task& task, const ModelConfig& config);

/// Turns examples into texts as a model reads them.
class TaskEncoder {
  public:
    /// `vocabulary` has the symbols of the task and the special tokens; `family` is that of the model.
    TaskEncoder(std::shared_ptr<const Task> task, const Vocabulary& vocabulary, TaskForm form, Family family);

    const Task& task() const { return *m_task; }
    TaskForm form() const { return m_form; }
    /// The tokens that the longest example needs on either side: the least context of a model.
    std::int64_t longest() const;

    /// Draws an example and adds it to `texts`.
    void drawInto(ExampleTexts& texts, TaskPart part, Random& random) const;
    /// Adds an example. `random` is for the proposals of `Match`, and untouched in other forms.
    void encodeInto(ExampleTexts& texts, const Example& example, Random& random) const;

  private:
    void addTranslation(ExampleTexts& texts, std::span<const int> question, std::span<const int> answer) const;
    void addContinuation(ExampleTexts& texts, std::span<const int> question, std::span<const int> answer) const;
    void addJudged(ExampleTexts& texts, std::span<const int> question, std::span<const int> proposal, int label) const;
    std::vector<int> proposal(const std::vector<int>& answer, bool right, Random& random) const;

    std::shared_ptr<const Task> m_task;
    TaskTokenizers m_tokenizers;
    TaskForm m_form;
    bool m_readsOnward;
    int m_begin, m_end, m_separator, m_class;
};

}  // namespace attentarium
