#include "engine/train/trainer.h"

#include <cmath>
#include <string>

#include "engine/core/error.h"
#include "engine/train/gradient_clipping.h"
#include "engine/train/learning_rate.h"
#include "engine/train/not_finite.h"
#include "engine/train/objective.h"

namespace attentarium {

template <typename Scalar>
void gradientsByOrdinal(const Tape<Scalar>& tape, std::vector<TensorView<Scalar>>& gradients) {
    for (std::size_t ordinal = 0; ordinal < gradients.size(); ++ordinal) {
        const Var node = tape.parameterNode(ordinal);
        gradients[ordinal] = node ? tape.node(node).gradient : TensorView<Scalar>{};
    }
}

template void gradientsByOrdinal(const Tape<float>&, std::vector<TensorView<float>>&);
template void gradientsByOrdinal(const Tape<double>&, std::vector<TensorView<double>>&);

Trainer::Trainer(Model<float>& model, BatchSource& source, const TrainingSettings& settings, Parallel& parallel)
    : m_model(model),
      m_source(source),
      m_settings((validate(settings), settings)),
      m_parallel(parallel),
      m_optimizer(m_settings.optimizer, model.parameters()),
      m_tape(Purpose::Training, parallel),
      m_gradients(model.parameters().size()) {
    expects(!source.continues() || model.remembers(), "[trainer] a source that goes on needs a model that remembers");
}

Var Trainer::recordLoss(const TrainingBatch& batch) {
    m_tape.clear();
    if (m_settings.dropout > 0) {
        m_tape.setDropout(m_settings.dropout, m_settings.seed + static_cast<std::uint64_t>(stepsDone()));
    }
    if (!m_source.continues()) return lossesOf(m_tape, m_model, batch, m_settings).loss;
    if (m_memory.texts == 0) m_memory = m_model.begin(m_tape, batch.inputs.source, batch.inputs.texts());
    return lossesOf(m_tape, m_model, batch, m_settings, &m_memory).loss;
}

Trainer::StepResult Trainer::step() {
    const TrainingBatch batch = m_source.draw();
    const Var loss = recordLoss(batch);
    expects(static_cast<bool>(loss), "[trainer] a batch needs something to learn");
    StepResult result;
    result.loss = static_cast<double>(*m_tape.value(loss).data);
    // A batch that goes on from a state cannot be recorded again, so its values stay until they are found to be
    // numbers.
    const Values values = m_source.continues() ? Values::Kept : Values::GivenUp;
    m_tape.backwardToLeaves(loss, values);
    gradientsByOrdinal(m_tape, m_gradients);
    result.learningRate = learningRateAt(m_settings, stepsDone());
    result.gradientNorm = gradientNorm(m_gradients, m_parallel);
    if (!std::isfinite(result.loss) || !std::isfinite(result.gradientNorm)) {
        throw Error(ErrorKind::LossNotFinite,
                    {.name = firstNotFinite(m_tape, values == Values::Kept ? loss : recordLoss(batch)),
                     .value = std::to_string(stepsDone() + 1)});
    }
    m_optimizer.step(m_model.parameters(), m_gradients, clipFactor(result.gradientNorm, m_settings.clip),
                     result.learningRate, m_settings, m_parallel);
    return result;
}

std::vector<double> Trainer::gradientNorms() const {
    std::vector<double> norms;
    for (const TensorView<float>& gradient : m_gradients) {
        double sum = 0;
        for (const float cell : gradient.span()) sum += static_cast<double>(cell) * static_cast<double>(cell);
        norms.push_back(std::sqrt(sum));
    }
    return norms;
}

TrainingState Trainer::state() const {
    return {stepsDone(), m_source.state(), m_memory, m_optimizer.firstMoments(), m_optimizer.secondMoments()};
}

void Trainer::restore(const TrainingState& state) {
    expects(m_source.canRestore(state.source), "[trainer] the source cannot go on from there");
    m_optimizer.restore(state.stepsDone, state.firstMoments, state.secondMoments);
    m_source.restore(state.source);
    m_memory = state.memory;
}

}  // namespace attentarium
