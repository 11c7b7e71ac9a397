#include "app/cli/training_run.h"

#include <chrono>
#include <cmath>
#include <iostream>
#include <utility>

#include "app/cli/interruption.h"
#include "engine/core/error.h"
#include "engine/train/evaluation.h"
#include "engine/train/window_sampler.h"

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
          m_source(m_plan.corpus.parts().training, m_plan.corpus.starts, m_plan.settings.batch,
                   m_plan.model->config().context, m_plan.settings.seed),
          m_trainer(*m_plan.model, m_source, m_plan.settings, m_parallel) {
        if (m_plan.state) m_trainer.restore(*m_plan.state);
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
        return {measures.at("train_loss"), measures.at("held_out_loss"), m_trainer.stepsDone(), secondsSince(m_start)};
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
        saveCheckpoint(m_plan.out, {.model = m_plan.model,
                                    .tokenizer = m_plan.corpus.tokenizer,
                                    .language = m_plan.source.language,
                                    .settings = m_plan.settings,
                                    .stepsDone = m_trainer.stepsDone(),
                                    .corpus = nameOf(m_plan.source),
                                    .stories = m_plan.source.corpus == kSmallWorld ? m_plan.source.stories : 0,
                                    .measures = measures,
                                    .training = m_trainer.state()});
    }

    std::map<std::string, double> measures() {
        const SplitCorpus parts = m_plan.corpus.parts();
        // As much of what was learned as there is held out: the two can be compared, and neither takes long.
        return {{"train_loss", lossOn(parts.training.last(parts.heldOut.size()))},
                {"held_out_loss", lossOn(parts.heldOut)}};
    }

    double lossOn(std::span<const int> tokens) {
        const double loss = evaluate(*m_plan.model, tokens, m_parallel);
        if (std::isfinite(loss)) return loss;
        throw Error(ErrorKind::LossNotFinite, {.name = "loss", .value = std::to_string(m_trainer.stepsDone())});
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
    WindowSampler m_source;
    Trainer m_trainer;
    std::int64_t m_first = 0;
    Clock::time_point m_start = Clock::now();
    Clock::time_point m_lastLine = m_start;
};

}  // namespace

Results train(TrainingPlan plan) {
    return TrainingRun(std::move(plan)).run();
}

}  // namespace attentarium::cli
