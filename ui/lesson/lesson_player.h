#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <vector>

#include "ui/lesson/lesson.h"
#include "ui/lesson/lesson_watch.h"
#include "ui/lesson/live_names.h"
#include "ui/session/session.h"

namespace attentarium {

/// Markdown, and after it, perhaps, a figure with its value of this moment.
struct LivePiece {
    QString markdown;
    std::optional<LiveFigure> figure;
};
using LiveText = std::vector<LivePiece>;

/// A lesson that can be started.
struct LessonEntry {
    QString folder;
    QString title;
    QString summary;
};

/// One of the words to choose from.
struct LessonOption {
    QString role;
    QString word;
};

/// Plays a lesson: moves the session to what each step shows, waits until the learner has done what it asks, and
/// fills the text with what the model says now. A change of the lesson's files shows at once, at the same step.
class LessonPlayer : public QObject {
    Q_OBJECT

  public:
    explicit LessonPlayer(Session& session, QObject* parent = nullptr);

    /// The language of the interface, in which the texts are read.
    Language language() const { return m_language; }
    void setLanguage(Language language);

    /// The folder whose sub-folders are the lessons.
    void setLibrary(const QString& folder);
    /// Those that can be read, by name.
    const std::vector<LessonEntry>& lessons() const { return m_entries; }

    /// Lessons are about `gpt`: where another family is open, the bundled model of its language takes its place.
    void start(const QString& folder);
    void leave();
    bool isPlaying() const { return !m_folder.isEmpty(); }
    /// What its author has to mend, in the files and in the current step's names.
    const std::vector<LessonProblem>& problems() const { return m_problems; }
    QString lessonTitle() const;

    const Lesson& lesson() const { return m_lesson; }
    BestHead bestHead() const { return m_best; }
    int step() const { return m_step; }
    int stepCount() const { return static_cast<int>(m_lesson.steps.size()); }
    /// Null while no lesson with steps is open.
    const LessonStep* currentStep() const;
    void goToStep(int step);
    /// To the next step, if this one is done; past the last one the lesson ends.
    void next();
    void back() { goToStep(m_step - 1); }
    /// Whether the learner has done what the step asks.
    bool isDone() const;
    /// Puts what the step shows on the stage again, with the lesson's own sentence.
    void showAgain();

    LiveText title() const;
    LiveText text(TextPart part) const;
    QString partTitle(TextPart part) const;
    /// Whether the step's text needs a word that the sentence on the screen does not have.
    bool lacksWords() const { return m_lacksWords; }

    /// The words to choose from; empty where nothing is asked.
    std::vector<LessonOption> options() const;
    void answer(const QString& role);
    /// The role of the word that was chosen; empty before.
    QString chosen() const;
    /// The role of the word that the model chooses; empty while there is no trace.
    QString truth() const;

  Q_SIGNALS:
    /// Anything that is shown.
    void changed();

  private:
    void reload();
    void sessionChanged();
    void adoptModel();
    void show(const Showing& showing);
    void applyShowing();
    void applyTo(const Showing& showing);
    void findBestHead();
    void evaluate();
    bool holds(const Condition& condition) const;
    bool isReached(const StepName& name, const LiveNames& names) const;
    bool isSelected(const Condition& condition, const LiveNames& names) const;
    void refreshProblems();
    QStringList sentenceWords() const;
    const StepText* stepText() const;
    LiveText live(const std::vector<TextPiece>& pieces) const;
    bool hasTrace() const { return m_session.checkpoint() && m_session.trace(); }
    LiveNames names() const { return LiveNames(m_lesson, m_session, m_best); }

    Session& m_session;
    LessonWatch m_watch;
    bool m_awaitsModel = false;  ///< the open one is of a family that lessons are not about
    Language m_language = Language::English;
    QString m_library;
    std::vector<LessonEntry> m_entries;
    QString m_folder;
    Lesson m_lesson;
    std::vector<LessonProblem> m_fileProblems;
    std::vector<LessonProblem> m_problems;
    int m_step = 0;
    std::optional<Showing> m_pending;  ///< what still has to be shown, once its sentence has run
    bool m_sentenceAsked = false;
    bool m_applying = false;
    bool m_lacksWords = false;
    BestHead m_best;
    bool m_bestKnown = false;
    QSet<QString> m_done;
    QHash<QString, QString> m_answers;
};

}  // namespace attentarium
