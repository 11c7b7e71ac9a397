#include "engine/train/trainer.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/core/error.h"
#include "engine/train/gradient_clipping.h"
#include "engine/train/learning_rate.h"
#include "engine/train/next_token.h"

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

Trainer::Trainer(Model<float>& model, std::span<const int> training, std::vector<std::int64_t> starts,
                 const TrainingSettings& settings, Parallel& parallel)
    : m_model(model),
      m_settings((validate(settings), settings)),
      m_parallel(parallel),
      m_sampler(training, std::move(starts), model.config().context, settings.seed),
      m_optimizer(model.parameters()),
      m_tape(Purpose::Training, parallel),
      m_ids(static_cast<std::size_t>(settings.batch * model.config().context)),
      m_targets(m_ids.size()),
      m_gradients(model.parameters().size()) {}

Trainer::StepResult Trainer::step() {
    m_sampler.draw(m_ids, m_targets);
    m_tape.clear();
    const TokenBatch batch{m_ids, m_settings.batch, m_model.config().context};
    const Var loss = nextTokenLoss(m_tape, m_model, batch, m_targets).loss;
    m_tape.backward(loss);
    gradientsByOrdinal(m_tape, m_gradients);

    StepResult result;
    result.loss = static_cast<double>(*m_tape.value(loss).data);
    result.learningRate = learningRateAt(m_settings, stepsDone());
    result.gradientNorm = gradientNorm(m_gradients);
    if (!std::isfinite(result.loss) || !std::isfinite(result.gradientNorm)) reportNotFinite();
    m_optimizer.step(m_model.parameters(), m_gradients, clipFactor(result.gradientNorm, m_settings.clip),
                     result.learningRate, m_settings, m_parallel);
    return result;
}

void Trainer::reportNotFinite() const {
    const auto broken = [](float x) { return !std::isfinite(x); };
    std::string first = "the gradients";
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(m_tape.size()); ++i) {
        if (!m_tape.node({i}).named || std::ranges::none_of(m_tape.value({i}).span(), broken)) continue;
        first = m_tape.nameOf({i});
        break;
    }
    throw Error(ErrorKind::LossNotFinite, {.name = first, .value = std::to_string(stepsDone() + 1)});
}

TrainingState Trainer::state() const {
    return {stepsDone(), m_sampler.random().state(), m_optimizer.firstMoments(), m_optimizer.secondMoments()};
}

void Trainer::restore(const TrainingState& state) {
    m_optimizer.restore(state.stepsDone, state.firstMoments, state.secondMoments);
    m_sampler.setRandomState(state.random);
}

}  // namespace attentarium
