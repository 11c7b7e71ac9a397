#include "app/cli/training_run.h"

#include <chrono>
#include <cmath>
#include <iostream>
#include <utility>

#include "app/cli/interruption.h"
#include "engine/core/error.h"
#include "engine/io/checkpoint.h"
#include "engine/runs/training_run.h"

namespace attentarium::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kSaveEvery = 500;
constexpr double kSecondsBetweenLines = 1;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// A run of which the person at the terminal is told, and which is saved every so often.
class WatchedRun {
  public:
    explicit WatchedRun(TrainingPlan plan)
        : m_stopAt(plan.stopAt),
          m_out(std::move(plan.out)),
          m_parallel(plan.threads),
          m_run(std::move(plan.run), m_parallel),
          m_first(m_run.stepsDone()) {}

    Results run() {
        {
            const Interruption interruption;
            trainUntilEnd(interruption);
            // Safe before the losses are measured, which takes a while and may be interrupted too.
            save({});
        }
        const std::map<std::string, double> measures = m_run.measures();
        save(measures);
        return {measures, m_run.stepsDone(), secondsSince(m_start)};
    }

  private:
    void trainUntilEnd(const Interruption& interruption) {
        while (m_run.stepsDone() < m_stopAt && !interruption.requested()) {
            const Trainer::StepResult result = stepOrSave();
            const std::int64_t done = m_run.stepsDone();
            showProgress(done, result);
            if (done % kSaveEvery == 0 && done < m_stopAt) save({});
        }
        if (interruption.requested()) {
            std::cerr << "Stopped at step " << m_run.stepsDone() << " of " << m_run.settings().steps
                      << "; --resume goes on from there.\n";
        }
    }

    /// The failed step has changed no parameter, so what is saved is the last good state.
    Trainer::StepResult stepOrSave() {
        try {
            return m_run.step();
        } catch (const Error& error) {
            if (error.kind() == ErrorKind::LossNotFinite && m_run.stepsDone() > m_first) saveIfNumbers();
            throw;
        }
    }

    void saveIfNumbers() {
        try {
            save({});
        } catch (const Error& error) {
            // The last update itself may have left numbers that are none: then the last checkpoint stays as it is.
            if (error.kind() != ErrorKind::LossNotFinite) throw;
        }
    }

    void save(const std::map<std::string, double>& measures) const {
        saveCheckpoint(m_out, m_run.checkpoint(measures));
    }

    void showProgress(std::int64_t done, const Trainer::StepResult& result) {
        if (done < m_stopAt && done > m_first + 1 && secondsSince(m_lastLine) < kSecondsBetweenLines) return;
        m_lastLine = Clock::now();
        std::cerr << "step " << done << " of " << m_run.settings().steps << ", loss " << result.loss << ", rate "
                  << result.learningRate << ", "
                  << std::lround(1000 * secondsSince(m_start) / static_cast<double>(done - m_first)) << " ms a step\n";
    }

    std::int64_t m_stopAt;
    std::filesystem::path m_out;
    Parallel m_parallel;
    TrainingRun m_run;
    std::int64_t m_first;
    Clock::time_point m_start = Clock::now();
    Clock::time_point m_lastLine = m_start;
};

}  // namespace

Results train(TrainingPlan plan) {
    return WatchedRun(std::move(plan)).run();
}

}  // namespace attentarium::cli
