#include "engine/runs/training_run.h"

#include <cmath>
#include <string>
#include <utility>

#include "engine/core/error.h"
#include "engine/io/damage.h"
#include "engine/models/registry.h"

namespace attentarium {

TrainingRun::TrainingRun(PreparedRun run, Parallel& parallel)
    : m_run(std::move(run)),
      m_parallel(parallel),
      m_source(m_run.material.data->batches(m_run.model->config(), m_run.settings)),
      m_trainer(std::make_unique<Trainer>(*m_run.model, *m_source, m_run.settings, m_parallel)) {
    if (!m_run.state) return;
    if (!m_source->canRestore(m_run.state->source)) {
        throwDamaged(kTrainingFile, Damage::TrainingStateImpossible, "source_places");
    }
    m_trainer->restore(*m_run.state);
    // Kept, it would make the optimizer copy all moments.
    m_run.state.reset();
}

void TrainingRun::change(const TrainingSettings& settings) {
    const bool sameOptimizer = settings.optimizer == m_run.settings.optimizer;
    auto source = m_run.material.data->batches(m_run.model->config(), settings);
    auto trainer = std::make_unique<Trainer>(*m_run.model, *source, settings, m_parallel);
    TrainingState state = m_trainer->state();
    if (!sameOptimizer) {
        const TrainingState fresh = trainer->state();
        state.firstMoments = fresh.firstMoments;
        state.secondMoments = fresh.secondMoments;
    }
    // Batches of another size are other batches, and what was carried from one to the next belongs to the old ones.
    if (settings.batch != m_run.settings.batch || settings.carry != m_run.settings.carry ||
        !source->canRestore(state.source)) {
        state.source = source->state();
        state.memory = {};
    }
    trainer->restore(state);
    m_source = std::move(source);
    m_trainer = std::move(trainer);
    m_run.settings = settings;
}

Moment TrainingRun::moment() const {
    return {m_trainer->stepsDone(), m_run.model->parameters().values(), m_trainer->state()};
}

void TrainingRun::restore(const Moment& moment) {
    m_run.model->parameters().setValues(moment.parameters);
    m_trainer->restore(moment.training);
}

std::map<std::string, double> TrainingRun::measures(MeasuredPart part) const {
    auto measures = m_run.material.data->measures(*m_run.model, m_run.settings, m_parallel, part);
    for (const auto& [name, value] : measures) {
        if (std::isfinite(value)) continue;
        throw Error(ErrorKind::LossNotFinite, {.name = name, .value = std::to_string(stepsDone())});
    }
    return measures;
}

Checkpoint TrainingRun::checkpoint(const std::map<std::string, double>& measures) const {
    return {.model = m_run.model,
            .tokenizer = m_run.material.tokenizer,
            .language = m_run.material.language,
            .settings = m_run.settings,
            .stepsDone = stepsDone(),
            .corpus = m_run.material.name,
            .stories = m_run.material.stories,
            .task = m_run.material.task,
            .measures = measures,
            .training = m_trainer->state()};
}

Checkpoint checkpointOf(const Material& material, const ModelConfig& config, const TrainingSettings& settings,
                        const Moment& moment) {
    const std::shared_ptr<Model<float>> model = makeModel<float>(config);
    model->parameters().setValues(moment.parameters);
    return {.model = model,
            .tokenizer = material.tokenizer,
            .language = material.language,
            .settings = settings,
            .stepsDone = moment.step,
            .corpus = material.name,
            .stories = material.stories,
            .task = material.task,
            .measures = {},
            .training = {}};
}

}  // namespace attentarium
