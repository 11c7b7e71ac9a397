#pragma once

#include <QObject>
#include <QStringList>
#include <QUndoStack>
#include <memory>
#include <optional>
#include <vector>

#include "engine/core/error.h"
#include "engine/decode/sampling.h"
#include "engine/io/checkpoint.h"
#include "engine/tape/interventions.h"
#include "engine/text/tasks/task.h"
#include "engine/trace/nudge.h"
#include "engine/trace/trace.h"
#include "ui/session/look_worker.h"
#include "ui/session/looked_text.h"
#include "ui/session/pins.h"
#include "ui/session/playback.h"
#include "ui/session/references.h"
#include "ui/session/step_walk.h"
#include "ui/session/text_command.h"

namespace attentarium {

class TextStudy;

/// One word of the sentence as it stands in the token strip.
struct Chip {
    enum class Role {
        Word,    ///< what the model goes on from, or an answer that was typed
        Source,  ///< what an encoder–decoder reads
        Arrow,   ///< between a source and its answer; no token of the model
        Hidden,  ///< the word that the model has to tell
    };

    QString text;
    std::optional<int> id;  ///< none for a word that the model does not know
    Role role = Role::Word;

    bool operator==(const Chip&) const = default;
};

/// What the user has chosen, shared by all views: choose head 3 in one and it is head 3 in all.
struct Selection {
    /// The tensor; none before anything was chosen.
    std::optional<Var> node;
    Quantity quantity = Quantity::Value;
    /// A cell of it, row-major; none when only the tensor is chosen.
    std::optional<std::int64_t> cell;
    int head = 0;
    int token = 0;        ///< the row in question: the query's in attention
    int sourceToken = 0;  ///< the row in question among those of an encoder

    bool operator==(const Selection&) const = default;
};

class Training;

/// The hub of the window: one model, one sentence, one trace, one step, one selection. Views read it, call its slots
/// and listen to its signals; no view knows another. Models run on the worker, never on the window's thread.
class Session : public QObject {
    Q_OBJECT

  public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    // The model.
    /// Null before the first model has opened.
    const Checkpoint* checkpoint() const { return m_checkpoint.get(); }
    QString folder() const { return m_folder; }
    /// Opens a checkpoint folder in the background; `modelChanged` or `failed` follows. What was open stays until then.
    void openModel(const QString& folder);

    /// Shows a model that is not in a file yet, such as a moment of training. Where it is like the one that is open,
    /// with other numbers, all that was chosen stays, and `traceChanged` follows; else it is opened. `folder` is where
    /// it can be found later; empty: nowhere.
    void showModel(const std::shared_ptr<const Checkpoint>& checkpoint, const QString& folder);
    /// What trains models here.
    Training& training() { return *m_training; }
    const Training& training() const { return *m_training; }
    /// What looks at texts before any model does.
    TextStudy& textStudy() { return *m_textStudy; }

    // The sentence.
    const std::vector<Chip>& chips() const { return m_chips; }
    QStringList words() const;
    /// As one would write it in the model's language.
    QString text() const;
    /// Cuts `text` with the model's tokenizer and makes it the sentence. Before a model is open it waits for one.
    void setText(const QString& text);
    /// The sentence with which the model in `folder` is to begin, once it is open.
    void setTextFor(const QString& folder, const QString& text);
    /// Replaces `count` chips from `first` on by the tokens of `text`; an empty text removes them.
    void replaceWords(int first, int count, const QString& text);
    /// Puts the word of chip `from` at the place of chip `to`, as one edit; between neighbours that is a swap. False
    /// where that cannot be: beyond the sentence, or across the arrow between a source and its answer.
    bool moveWord(int from, int to);
    void appendToken(int id);
    /// The classes that the model tells apart, as its task names them; empty where it has no such task.
    std::span<const std::string_view> classNames() const;
    /// What the model does with the sentence.
    Reading reading() const;
    /// The words with which an encoder–decoder answers by itself, while none were typed.
    QStringList ownAnswer() const;
    /// Makes a chip's word the one in question; a model that fills in hides it and is asked for it.
    void chooseChip(int chip);
    /// The chip of the word in question; −1 where it has none.
    int chosenChip() const;
    /// The token whose probabilities say how the sentence may go on, or what is hidden; −1 where nothing does.
    int proposingToken() const;
    /// Takes over what the model proposes: goes on with it, or puts it in the place of the hidden word.
    void takeProposal(int id);
    /// Known words that look most like `word`.
    QStringList suggestions(const QString& word) const;
    /// Why the sentence as it stands cannot run: an unknown word, nothing in it, too long. The last trace stays.
    const std::optional<Error>& problem() const { return m_problem; }
    QUndoStack& undoStack() { return m_undoStack; }

    /// Whether the model can continue a sentence.
    bool goesOn() const;
    /// Continues the sentence by up to `count` tokens, as one edit.
    void generate(int count, const SamplingSettings& settings, std::uint64_t seed);
    void stopGenerating();
    bool isGenerating() const { return m_generating; }
    /// Counts generations, so that the edits of one can be told from the next.
    int generation() const { return m_generation; }

    // The trace.
    /// Null before the first sentence has run.
    const std::shared_ptr<const Trace>& trace() const { return m_trace; }
    /// The words that `trace` was made from, one for each of its tokens.
    const QStringList& tracedWords() const { return m_tracedWords; }
    /// The words of the source that an encoder read; empty for other families.
    const QStringList& tracedSource() const { return m_tracedSource; }
    /// What a token should have predicted; −1 where nothing counts.
    int targetOf(int token) const;
    /// Whether the trace is that of the sentence as it stands.
    bool isTraceCurrent() const {
        return m_trace && !m_problem && m_tracedFrom == m_runFrom && m_runFrom == words() &&
               m_tracedChanges == m_changes;
    }
    /// The vocabulary's word for a token id; a line end is shown as ↵.
    QString wordOf(int id) const;
    /// Whether a model or a sentence is being worked on.
    bool isBusy() const { return m_worker.isBusy(); }

    // What if.
    /// What is done to the run that the model would not do by itself, in the order in which it was asked for.
    const Interventions& changes() const { return m_changes; }
    /// Does it, as one edit: in the place of what was done to the same thing, else behind the others.
    void change(const Intervention& change);
    void dropChange(int place);
    void dropAllChanges();
    /// Where the list has a change of the same thing; −1 for none.
    int placeOfChange(const Intervention& change) const;
    /// The list as it was stored. It is no edit that could be undone.
    void restoreChanges(const Interventions& changes);
    /// What the trace is compared with, by names and shapes; null where there is nothing.
    const std::shared_ptr<const Trace>& reference() const { return m_references.trace(); }
    ReferenceKind referenceKind() const { return m_references.kind(); }
    /// The order of the words before any of them was moved; none while they stand as they were typed.
    const std::optional<QStringList>& unmovedWords() const { return m_unmoved; }
    /// Puts moved words back.
    void restoreOrder();
    /// Takes back all changes and puts moved words back, as one edit.
    void resetAll();
    /// The run of the sentence on screen without changes: the trace itself where there are none. Null before the first.
    const std::shared_ptr<const Trace>& plainRun() const { return m_references.plain(); }
    /// Whether the change at `place` found its place in the sentence on screen.
    bool applies(int place) const;
    /// The sentence of the run that is kept to compare with.
    const QString& keptText() const { return m_references.keptText(); }
    /// Every run from now on is compared with the one on screen.
    void keepAsReference();
    /// Opens another model beside this one; every run is then compared with that of the same text in the other.
    void compareWith(const QString& folder);
    /// Of the model that runs beside this one; empty without one. It is compared with where it is of the same family
    /// and knows the same words.
    const QString& comparedFolder() const { return m_otherFolder; }
    void dropReference();

    // The step.
    int step() const { return m_step; }
    int stepCount() const { return m_trace ? static_cast<int>(m_trace->steps().size()) : 0; }
    /// Null when there is no trace.
    const Step* currentStep() const;
    void goToStep(int step);
    /// The first step that shows `name` in `phase`; false when the trace has none.
    bool goToStep(Phase phase, const QString& name);
    void goToFirst() { goToStep(0); }
    void goToLast() { goToStep(stepCount() - 1); }
    void stepForward() { stepBy(+1); }
    void stepBack() { stepBy(-1); }
    StepUnit stepUnit() const { return m_stepUnit; }
    void setStepUnit(StepUnit unit);
    Playback& playback() { return m_playback; }

    // What the heads do.
    /// Whether someone wants to know it: it is then worked out for each trace, in the background.
    void wantHeadStudy(bool wanted);
    /// Null while it is not known for the trace.
    const std::shared_ptr<const HeadStudy>& headStudy() const { return m_headStudy; }

    // The selection.
    const Selection& selection() const { return m_selection; }
    void selectCell(Var node, Quantity quantity, std::int64_t cell);
    void selectNode(Var node, Quantity quantity);
    void selectHead(int head);
    void selectToken(int token);
    void selectSourceToken(int token);
    void clearSelection();

    // What is kept to be compared.
    Pins& pins() { return m_pins; }
    /// Whether there is a tensor to pin, the chosen one or else that of the step, and room for it.
    bool canPin() const;
    void pin();
    /// A pin of any tensor of the trace, without a letter yet.
    Pin pinOf(Var node, Quantity quantity) const;

    // The check of the chosen cell.
    enum class NudgeState {
        Impossible,  ///< no cell is chosen, or the loss does not depend on it
        Possible,
        Running,
        Done,
    };
    NudgeState nudgeState() const;
    /// Moves the chosen cell a little and runs the model again; `nudgeChanged` follows, at once and when it is done.
    void nudge();
    /// What came of it; a default one unless `Done`.
    const Nudge& nudgeResult() const { return m_nudge; }

  Q_SIGNALS:
    void modelChanged();
    void textChanged();   ///< chips or problem
    void traceChanged();  ///< followed by `stepChanged` and `selectionChanged` only if those changed
    void stepChanged();
    void stepUnitChanged();
    void selectionChanged();
    void nudgeChanged();
    void changesChanged();    ///< the list; what came of it follows as `traceChanged`
    void referenceChanged();  ///< a run was kept to compare with, or is no longer
    void headStudyChanged();
    void busyChanged();
    void generatingChanged();
    /// Something the user asked for could not be done.
    void failed(const attentarium::Error& error);

  private:
    friend class TextCommand;
    friend class ChangeCommand;

    void applyWords(const EditedWords& edited, bool undoing);
    std::vector<Chip> cut(const QString& text) const;
    std::vector<Chip> cutSide(const QString& text, Chip::Role role) const;
    /// Questions and answers of a task may be cut in different ways.
    const Tokenizer& tokenizerOf(Chip::Role role) const;
    /// A sentence that the model has something to say about.
    QString exampleText() const;
    void giveRoles();
    /// `unmoved`: the words before they were moved, where that is all that happened to them.
    void edit(const QStringList& words, std::optional<QStringList> unmoved = {});
    void run();
    void stepBy(int direction);
    void adoptModel(const QString& folder, const std::shared_ptr<const Checkpoint>& checkpoint);
    void adoptTrace(const std::shared_ptr<const Trace>& trace, const std::shared_ptr<const Trace>& unchanged,
                    const std::shared_ptr<const Trace>& other);
    void adoptOther(const QString& folder, const std::shared_ptr<const Checkpoint>& checkpoint);
    void editChanges(Interventions after);
    void applyChanges(const Interventions& changes);
    Selection carriedOver(const Trace& before, const Trace& after) const;
    void setSelection(const Selection& selection);
    void forgetNudge();
    void askForHeadStudy();
    void adoptHeadStudy(const std::shared_ptr<const HeadStudy>& study, const std::shared_ptr<const WorldRoles>& world);
    void appendGenerated(int token);
    void setGenerating(bool generating);

    LookWorker m_worker;
    Playback m_playback;
    Pins m_pins;
    std::unique_ptr<Training> m_training;
    QUndoStack m_undoStack;
    std::shared_ptr<const Checkpoint> m_checkpoint;
    QString m_folder;
    std::unique_ptr<const Task> m_task;  ///< that the model learned; null for one of a corpus
    std::optional<TaskTokenizers> m_taskTokenizers;
    QString m_waitingText;
    QString m_example;        ///< the last sentence that a model gave itself
    QString m_replaced;       ///< the user's own, in the place of which it did
    QString m_waitingFolder;  ///< of the model that the text waits for; empty: any
    std::vector<Chip> m_chips;
    std::optional<Error> m_problem;
    std::shared_ptr<const Trace> m_trace;
    QStringList m_tracedWords;
    QStringList m_tracedSource;
    QStringList m_runFrom, m_tracedFrom;       ///< the words of the run that was last asked for, and of the trace
    Interventions m_changes, m_tracedChanges;  ///< as asked for, and those of the trace
    std::optional<QStringList> m_unmoved;
    bool m_undoing = false;  ///< whether the words on their way into a run were brought back by undo
    References m_references;
    std::shared_ptr<const Checkpoint> m_other;
    QString m_otherFolder;
    std::optional<int> m_hidden;  ///< the chip whose word is hidden; the last one where none was chosen
    int m_step = 0;
    StepUnit m_stepUnit = StepUnit::Operation;
    Selection m_selection;
    NudgeState m_nudgeState = NudgeState::Possible;  ///< of the chosen cell, where it can be nudged
    Nudge m_nudge;
    bool m_wantsHeadStudy = false;
    std::shared_ptr<const HeadStudy> m_headStudy;
    std::shared_ptr<const WorldRoles> m_worldRoles;  ///< of the model's heads, once they are known
    bool m_generating = false;
    int m_generation = 0;
    std::unique_ptr<TextStudy> m_textStudy;
};

}  // namespace attentarium
