#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <map>
#include <optional>
#include <vector>

#include "ui/lesson/cell_expression.h"
#include "ui/lesson/lesson_problem.h"

namespace attentarium {

/// A placeholder in a lesson's text: `{value: blocks.0.attention.weights[best, pronoun, person]}`.
struct Figure {
    enum class Kind {
        Value,     ///< the number in a cell
        Percent,   ///< the same as a share
        Gradient,  ///< how the loss depends on the cell
        Word,      ///< `{word: pronoun}`, or the word that a cell's last axis stands for
        Number,    ///< `{number: heads}`: a size of the model or the sentence, or a head counted from 1
    };

    Kind kind = Kind::Value;
    CellExpression cell;  ///< without a node for a word of the sentence, given by its one index
    QString name;         ///< of a number
    QString source;       ///< as written, for messages
    int line = 0;

    bool operator==(const Figure& other) const = default;
};

/// Markdown, and after it, perhaps, a figure.
struct TextPiece {
    QString markdown;
    std::optional<Figure> figure;
};

/// The parts of a step's text, by the word in braces after their heading.
enum class TextPart {
    Body,   ///< under the step's own heading
    Ask,    ///< `{#ask}`: the question before the reveal
    Right,  ///< `{#right}`: shown after the right answer
    Wrong,  ///< `{#wrong}`: shown after another
    Task,   ///< `{#task}`: what to do before going on, where nothing is asked
    Done,   ///< `{#done}`: shown once it is done
};

struct PartText {
    QString title;
    std::vector<TextPiece> pieces;
};

struct StepText {
    std::vector<TextPiece> title;
    int line = 0;
    std::map<TextPart, PartText> parts;
};

/// A lesson's text in one language, read from `en.md` or `zh_CN.md`: `# Title`, then for every step
/// `## Its title {#id}` and below it parts such as `### Your turn {#task}`.
struct LessonText {
    QString file;
    QString title;
    QString summary;
    QHash<QString, StepText> steps;
    QStringList order;  ///< step ids as they come
};

/// Reads the Markdown; adds to `problems` what cannot be read, and leaves it out.
LessonText parseLessonText(const QString& file, const QString& markdown, std::vector<LessonProblem>& problems);

/// The names that `{number: …}` knows.
const QStringList& numberNames();

}  // namespace attentarium
