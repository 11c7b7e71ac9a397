#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <map>
#include <optional>
#include <vector>

#include "engine/tape/explanation.h"
#include "engine/text/language.h"
#include "engine/trace/step.h"
#include "ui/lesson/cell_expression.h"
#include "ui/lesson/lesson_problem.h"
#include "ui/lesson/lesson_text.h"

namespace attentarium {

/// The story that a lesson opens in one language of the model.
struct LessonSentence {
    QString text;
    /// For each role the words that can have it, that of the lesson's own sentence first.
    QHash<QString, QStringList> words;
};

/// A step of the trace by its phase and name: `backward blocks.*.attention.weights`.
struct StepName {
    Phase phase = Phase::Forward;
    QString node;

    bool operator==(const StepName&) const = default;
};

/// What a step of the lesson puts on the stage.
struct Showing {
    bool sentence = false;  ///< whether the lesson's own sentence has to be there
    std::optional<StepName> step;
    std::optional<CellExpression> select;
    Quantity quantity = Quantity::Value;
    std::optional<CellIndex> head;
    std::optional<CellIndex> token;
    int line = 0;

    bool operator==(const Showing&) const = default;
};

/// A question with one word of a group as its answer, which the model gives.
struct Asking {
    QString among;
    CellExpression answer;  ///< its last axis says which word
};

/// What has to have happened before the lesson goes on.
struct Condition {
    enum class Kind {
        Nothing,
        Answered,   ///< the question has been answered
        Reached,    ///< the transport is at the step or beyond
        Selected,   ///< the cell is selected
        Changed,    ///< another word has the role, and the model has read it
        OtherHead,  ///< a head other than the best is selected
    };
    Kind kind = Kind::Nothing;
    StepName step;
    CellExpression cell;
    Quantity quantity = Quantity::Value;
    QString role;
};

struct LessonStep {
    QString id;
    Showing show;
    std::optional<Asking> ask;
    std::optional<Showing> reveal;  ///< once the question has been answered
    Condition until;
    int line = 0;
};

/// A lesson as its folder says it: values only.
struct Lesson {
    QString folder;
    QString id;
    std::map<Language, LessonSentence> sentences;
    QHash<QString, QStringList> groups;  ///< of roles
    QString bestFrom;                    ///< the best head is the one in which this role's word
    QString bestTo;                      ///< gives this role's word the most attention
    std::vector<LessonStep> steps;
    std::map<Language, LessonText> texts;
};

/// The names of a lesson's files.
const QString& lessonDataFile();
QString lessonTextFile(Language language);

/// Reads and checks a folder. Adds to `problems` everything that its author has to mend.
Lesson readLesson(const QString& folder, std::vector<LessonProblem>& problems);

}  // namespace attentarium
