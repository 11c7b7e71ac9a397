#include "app/cli/training_run.h"

#include <chrono>
#include <cmath>
#include <iostream>
#include <utility>

#include "app/cli/interruption.h"
#include "engine/core/error.h"
#include "engine/io/damage.h"

namespace attentarium::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kSaveEvery = 500;
constexpr double kSecondsBetweenLines = 1;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

class TrainingRun {
  public:
    explicit TrainingRun(TrainingPlan plan)
        : m_plan(std::move(plan)),
          m_parallel(m_plan.threads),
          m_source(m_plan.material.data->batches(m_plan.model->config(), m_plan.settings)),
          m_trainer(*m_plan.model, *m_source, m_plan.settings, m_parallel) {
        if (m_plan.state) {
            if (!m_source->canRestore(m_plan.state->source)) {
                throwDamaged((m_plan.out / kTrainingFile).string(), Damage::TrainingStateImpossible, "source_places");
            }
            m_trainer.restore(*m_plan.state);
        }
        // Kept, it would make the optimizer copy all moments.
        m_plan.state.reset();
        m_first = m_trainer.stepsDone();
    }

    Results run() {
        {
            const Interruption interruption;
            trainUntilEnd(interruption);
            // Safe before the losses are measured, which takes a while and may be interrupted too.
            save({});
        }
        const std::map<std::string, double> measures = this->measures();
        save(measures);
        return {measures, m_trainer.stepsDone(), secondsSince(m_start)};
    }

  private:
    void trainUntilEnd(const Interruption& interruption) {
        while (m_trainer.stepsDone() < m_plan.stopAt && !interruption.requested()) {
            const Trainer::StepResult result = stepOrSave();
            const std::int64_t done = m_trainer.stepsDone();
            showProgress(done, result);
            if (done % kSaveEvery == 0 && done < m_plan.stopAt) save({});
        }
        if (interruption.requested()) {
            std::cerr << "Stopped at step " << m_trainer.stepsDone() << " of " << m_plan.settings.steps
                      << "; --resume goes on from there.\n";
        }
    }

    /// The failed step has changed no parameter, so what is saved is the last good state.
    Trainer::StepResult stepOrSave() {
        try {
            return m_trainer.step();
        } catch (const Error& error) {
            if (error.kind() == ErrorKind::LossNotFinite && m_trainer.stepsDone() > m_first) saveIfNumbers();
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
        saveCheckpoint(m_plan.out, checkpointOf(m_plan, m_trainer.stepsDone(), measures, m_trainer.state()));
    }

    std::map<std::string, double> measures() {
        const auto measures = m_plan.material.data->measures(*m_plan.model, m_plan.settings, m_parallel);
        for (const auto& [name, value] : measures) {
            if (std::isfinite(value)) continue;
            throw Error(ErrorKind::LossNotFinite, {.name = name, .value = std::to_string(m_trainer.stepsDone())});
        }
        return measures;
    }

    void showProgress(std::int64_t done, const Trainer::StepResult& result) {
        if (done < m_plan.stopAt && done > m_first + 1 && secondsSince(m_lastLine) < kSecondsBetweenLines) return;
        m_lastLine = Clock::now();
        std::cerr << "step " << done << " of " << m_plan.settings.steps << ", loss " << result.loss << ", rate "
                  << result.learningRate << ", "
                  << std::lround(1000 * secondsSince(m_start) / static_cast<double>(done - m_first)) << " ms a step\n";
    }

    TrainingPlan m_plan;
    Parallel m_parallel;
    std::unique_ptr<BatchSource> m_source;
    Trainer m_trainer;
    std::int64_t m_first = 0;
    Clock::time_point m_start = Clock::now();
    Clock::time_point m_lastLine = m_start;
};

}  // namespace

Checkpoint checkpointOf(const TrainingPlan& plan, std::int64_t stepsDone, const std::map<std::string, double>& measures,
                        std::optional<TrainingState> state) {
    return {.model = plan.model,
            .tokenizer = plan.material.tokenizer,
            .language = plan.material.language,
            .settings = plan.settings,
            .stepsDone = stepsDone,
            .corpus = plan.material.name,
            .stories = plan.material.stories,
            .task = plan.material.task,
            .measures = measures,
            .training = std::move(state)};
}

Results train(TrainingPlan plan) {
    return TrainingRun(std::move(plan)).run();
}

}  // namespace attentarium::cli
