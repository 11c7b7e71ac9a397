#pragma once

#include <QObject>
#include <QString>
#include <QThread>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "engine/core/error.h"
#include "engine/core/parallel.h"
#include "engine/runs/estimate.h"
#include "engine/runs/history.h"
#include "engine/runs/moment.h"
#include "engine/runs/run_folder.h"
#include "engine/runs/run_setup.h"
#include "ui/session/text_file.h"

namespace attentarium {

class LiveRun;

/// When a run is to pause by itself.
struct Goal {
    enum class Kind {
        Steps,        ///< `value` steps are done
        HeldOutLoss,  ///< the held-out loss is at most `value`
        Measure,      ///< `accuracy` or `exact_match` is at least `value`
        Knowledge,    ///< every kind of knowledge is at least `value`
    };
    Kind kind = Kind::Steps;
    double value = 0;

    bool operator==(const Goal&) const = default;
};

/// What became of a run since the last news of it.
struct TrainingNews {
    int run = 0;  ///< its number
    std::vector<TrainingPoint> points;
    std::vector<Evaluation> evaluations;
    std::vector<SettingsChange> changes;
    std::vector<std::shared_ptr<const Moment>> moments;  ///< worth keeping
    std::shared_ptr<const Moment> latest;                ///< the run as it is now
    double seconds = 0;                                  ///< of training so far
    bool isPaused = false;                               ///< it goes on only when asked to
    std::optional<Error> problem;                        ///< that ended it
    std::optional<Error> notSaved;                       ///< that kept it from being saved; training goes on

    // With the first news only.
    std::shared_ptr<const Material> material;
    std::optional<ModelConfig> model;  ///< with the size of its vocabulary
    std::vector<std::string> layers;
    std::map<std::string, ReachableShare> reachable;
};

/// Where a run begins.
struct RunStart {
    int number = 0;
    RunSetup setup;
    QString folder;  ///< in which it is saved as it goes; empty: nowhere
    int parent = 0;
    std::int64_t branchedAt = 0;
    History history;  ///< so far

    // To go on from a moment rather than from fresh weights.
    std::shared_ptr<const Moment> moment;
    std::shared_ptr<const Material> material;
    TrainingSettings momentSettings;  ///< of the run that the moment is of
    bool fromFolder = false;          ///< whether `folder` holds the run: what to go on from is read there
};

/// Trains on a thread of its own, one run at a time, in slices of a few milliseconds, so that whatever is asked for
/// comes between two of them. News come at most ten times a second, to the thread of its owner, and wait while older
/// ones were not taken.
class TrainingWorker : public QObject {
    Q_OBJECT

  public:
    explicit TrainingWorker(QObject* parent = nullptr);
    /// Saves the run and ends the thread.
    ~TrainingWorker() override;

    /// Makes the run the one to train, paused: `news` follows. The one before is saved and let go.
    void begin(const RunStart& start);
    /// Trains until `step`, or until `goal`.
    void go(std::int64_t step, const std::optional<Goal>& goal);
    void pause();
    void change(const TrainingSettings& settings);
    /// Saves and lets go of the run, if it is that one.
    void letGo(int number);
    /// Estimates and sets aside what was asked before: `estimated` or `refused` follows.
    void estimate(const RunSetup& setup);
    /// Reads the records of the runs in a folder: `found` follows for each.
    void findRuns(const QString& folder);
    /// Interrupts an evaluation and runs `job` on the thread, between two slices; what it throws is reported as
    /// `failed`.
    void enqueue(std::function<void()> job);

  Q_SIGNALS:
    void news(const attentarium::TrainingNews& news);
    void estimated(const attentarium::RunEstimate& estimate);
    /// `encoding`: that of the file to be learned, where it is text but no UTF-8.
    void refused(const attentarium::Error& error, std::optional<attentarium::TextEncoding> encoding);
    void found(int number, const attentarium::RunRecord& record);
    void failed(const attentarium::Error& error);

  private:
    void post(std::function<void()> deliver);
    void trainSlice();
    void letGoOfRun();
    void tell(bool always);

    QThread m_thread;
    QObject m_place;                ///< lives on the thread; jobs are invoked on it
    std::atomic<int> m_waiting{0};  ///< jobs that were asked for and have not begun
    std::atomic<int> m_untaken{0};  ///< news on their way
    std::atomic<int> m_latestEstimate{0};

    // On the thread only.
    std::unique_ptr<Parallel> m_parallel;
    std::unique_ptr<LiveRun> m_live;
    bool m_sliceIsDue = false;
};

}  // namespace attentarium
