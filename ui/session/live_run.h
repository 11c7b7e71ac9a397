#pragma once

#include <chrono>
#include <functional>

#include "engine/runs/evaluator.h"
#include "engine/runs/training_run.h"
#include "ui/session/training_worker.h"

namespace attentarium {

/// The run that is being trained, on the worker's thread: its steps, when it is measured, kept and saved, and what
/// there is to tell of it.
class LiveRun {
  public:
    /// Opens what is learned. Throws `Error` as `prepared` and `loadRun`.
    LiveRun(const RunStart& start, Parallel& parallel);
    ~LiveRun();

    int number() const { return m_start.number; }
    /// Trains for about so long, or until it is to pause. `interrupted` says whether something else waits.
    void train(std::chrono::milliseconds time, const std::function<bool()>& interrupted);
    void go(std::int64_t step, const std::optional<Goal>& goal);
    void stop();
    /// Measures where it was not measured since the last step, and saves.
    void settle(const std::function<bool()>& interrupted);
    bool isGoing() const { return m_isGoing; }
    void change(const TrainingSettings& settings);
    /// Saves without throwing: what went wrong is told.
    void save();

    /// What is new since this was asked last.
    TrainingNews takeNews();
    bool hasNews() const { return m_hasNews; }

  private:
    using Clock = std::chrono::steady_clock;

    void step();
    void evaluate(const std::function<bool()>& interrupted);
    bool reachedGoal() const;
    bool evaluationIsDue() const;
    bool saveIsDue() const;
    void keepMoment();

    RunStart m_start;
    Parallel& m_parallel;
    std::unique_ptr<TrainingRun> m_run;
    std::unique_ptr<Evaluator> m_evaluator;
    History m_history;
    std::map<std::string, double> m_measures;  ///< of all that is held out, once the run is finished
    TrainingNews m_news;
    bool m_hasNews = true;
    bool m_isGoing = false;
    std::int64_t m_until = 0;
    std::optional<Goal> m_goal;
    std::int64_t m_lastKept = -1;
    std::int64_t m_lastEvaluated = -1;
    std::int64_t m_lastSaved = -1;
    double m_evaluationSeconds = 0, m_saveSeconds = 0;  ///< that the last one took
    Clock::time_point m_evaluated, m_saved;             ///< when it ended
};

}  // namespace attentarium
