#pragma once

#include <QElapsedTimer>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "engine/core/error.h"
#include "engine/io/checkpoint.h"
#include "engine/runs/estimate.h"
#include "engine/runs/history.h"
#include "engine/runs/moment.h"
#include "engine/runs/run_setup.h"
#include "ui/session/training_worker.h"

namespace attentarium {

enum class RunState {
    Preparing,  ///< what is learned is being opened
    Paused,     ///< also before the first step
    Running,
    Finished,  ///< all steps of its schedule are done
    Failed,    ///< `RunEntry::problem` says why; its earlier moments are still there
};

/// A run as it is listed: where it comes from, how it went, and the moments that can be gone back to.
struct RunEntry {
    int number = 0;  ///< from 1; its name
    RunSetup setup;  ///< with the settings of now
    RunState state = RunState::Preparing;
    History history;
    Timeline timeline{0};
    int parent = 0;                            ///< number of the run that it branched from; 0 for none
    std::int64_t branchedAt = 0;               ///< the step at which it did
    QString folder;                            ///< where it is saved
    bool isUnfinished = false;                 ///< found at the start, ended by something else than its user
    std::optional<Error> problem;              ///< why it failed, or why it could not be saved
    bool isPausing = false;                    ///< a pause was asked for
    ModelConfig model;                         ///< with the size of its vocabulary, once that is known
    std::shared_ptr<const Material> material;  ///< what it learns from; null while preparing and for one not loaded yet
    std::shared_ptr<const Moment> latest;      ///< as it is now; null as long as `material` is
};

/// The part of the session that trains: what is set up, the runs, and the moment of one that all workspaces show.
/// Training itself happens on a thread of its own; what is here changes at most ten times a second.
class Training : public QObject {
    Q_OBJECT

  public:
    explicit Training(QObject* parent = nullptr);
    ~Training() override;

    // Setting up.
    const RunSetup& setup() const { return m_setup; }
    /// An estimate, or what is wrong with it, follows as `estimateChanged`.
    void setSetup(const RunSetup& setup);
    /// None while it is being made, and where the setup cannot be trained.
    const std::optional<RunEstimate>& estimate() const { return m_estimate; }
    const std::optional<Error>& setupProblem() const { return m_setupProblem; }
    /// Of the file to learn from, where it is text but no UTF-8: it can be learned from when it is converted.
    const std::optional<TextEncoding>& corpusEncoding() const { return m_corpusEncoding; }
    /// Sets up the same with a copy of that file in UTF-8, in `textsFolder`; the file stays as it is.
    void convertCorpus();
    /// Where texts are kept that have no file of their own, or none in UTF-8.
    QString textsFolder() const;

    // The runs, in order of their numbers.
    const std::vector<std::unique_ptr<RunEntry>>& runs() const { return m_runs; }
    /// The run that the run bar drives; null before the first.
    const RunEntry* current() const { return find(m_current); }
    const RunEntry* find(int number) const;
    /// Makes another run the current one; the one before pauses.
    void choose(int number);
    /// Takes a run off the list, and its files with it.
    void remove(int number);

    /// Numbers of the runs that were ticked to be looked at together, in their order; their curves lie over each other.
    const std::vector<int>& compared() const { return m_compared; }
    void setCompared(const std::vector<int>& numbers);

    // The run bar, all for the current run.
    /// A new run of `setup()`: the same initial weights for the same setup. Takes the place of a run without a step.
    void reset();
    /// Goes on until the end of the schedule or `goal`; without a run, with one of `setup()`.
    void run(const std::optional<Goal>& goal = {});
    void pause();
    void stepOnce();
    /// As many steps as see what is to be learned once.
    void runEpoch();
    bool isRunning() const;
    const std::optional<Goal>& goal() const { return m_goal; }
    /// Changes dropout, L1, L2, rates and the like while the run goes on; the history says so. The number of steps, the
    /// batch and the optimizer stay those of the run: for others branch.
    void change(const TrainingSettings& settings);
    /// Steps per second of late; 0 while nothing runs.
    double stepsPerSecond() const;
    /// Until the end of the schedule; none while nothing runs.
    std::optional<double> secondsLeft() const;

    // The time machine.
    /// Index into the current run's moments; none while the latest is followed.
    std::optional<int> shownMoment() const { return m_shownMoment; }
    /// Steps done at what is shown, latest or not.
    std::int64_t shownStep() const;
    /// All workspaces show that moment of the current run; training goes on or stays paused.
    void showMoment(int index);
    void showLatest();
    /// A new run that goes on from the moment that is shown, with other settings. Where the optimizer, or what is drawn
    /// for a batch, changes, that part begins anew.
    void branch(const TrainingSettings& settings);
    /// Whether what is shown here is the session's model, so that all workspaces follow it.
    bool isWatched() const { return m_watched; }
    void setWatched(bool watched);

    // What is kept.
    /// Bytes for the moments of all runs together.
    void setBudget(std::size_t bytes);
    std::size_t budget() const { return m_budget; }
    /// Folder in which runs are saved as they go; nothing is saved while it is empty. Runs found there join the list.
    void setRunsFolder(const QString& folder);
    const QString& runsFolder() const { return m_folder; }
    /// Saves a model as a checkpoint, in the background: `saved` or `failed` follows. A folder that holds something
    /// else is refused.
    void saveModel(const Checkpoint& checkpoint, const QString& folder);

  Q_SIGNALS:
    void setupChanged();
    void estimateChanged();
    void runsChanged();     ///< one came, went, or changed its state, problem or settings
    void currentChanged();  ///< another run is the current one
    void progressed();      ///< the current run's history or moments grew; at most ten times a second
    void momentShown();     ///< another moment, or the latest, is shown
    void saved(const QString& folder);
    void failed(const attentarium::Error& error);
    /// What the session is to show, while watched. `title` names run and step.
    void modelShown(const std::shared_ptr<const attentarium::Checkpoint>& checkpoint, const QString& folder);
    /// Other runs are ticked to be compared.
    void comparedChanged();

  private:
    RunEntry* entry(int number);
    RunEntry& add(const RunSetup& setup);
    /// Makes a run the worker's: from fresh weights, from its latest moment, or from its folder.
    void load(RunEntry& run, const std::shared_ptr<const Moment>& moment = {});
    void go(std::int64_t step, const std::optional<Goal>& goal);
    void take(const TrainingNews& news);
    void takeFound(int number, const RunRecord& record);
    void shareBudget();
    void makeCurrent(int number);
    void show();
    std::shared_ptr<const Moment> shown() const;

    TrainingWorker m_worker;
    RunSetup m_setup;
    std::optional<RunEstimate> m_estimate;
    std::optional<Error> m_setupProblem;
    std::optional<TextEncoding> m_corpusEncoding;
    std::vector<std::unique_ptr<RunEntry>> m_runs;
    int m_current = 0;
    std::vector<int> m_compared;
    std::optional<Goal> m_goal;
    std::optional<int> m_shownMoment;
    bool m_watched = true;
    std::size_t m_budget = 256u << 20;
    QString m_folder;
    std::unique_ptr<QLockFile> m_lock;
    int m_lastNumber = 0;
    int m_live = 0;  ///< number of the run that the worker has
    QElapsedTimer m_clock;
    std::deque<std::pair<qint64, std::int64_t>> m_pace;  ///< of late: milliseconds, steps done
};

}  // namespace attentarium
