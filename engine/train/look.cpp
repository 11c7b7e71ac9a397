#include "engine/train/look.h"

#include <algorithm>

#include "engine/models/edited_model.h"
#include "engine/models/registry.h"
#include "engine/train/gradient_clipping.h"
#include "engine/train/looked_batch.h"
#include "engine/train/objective.h"
#include "engine/train/optimizer.h"
#include "engine/train/trainer.h"

namespace attentarium {
namespace {

/// One step of the optimizer on copies of the parameters, which share the model's memory until they change.
UpdateRecord updateOnCopy(const Model<float>& model, const Tape<float>& tape, const TrainingSettings& settings,
                          Parallel& parallel) {
    std::vector<TensorView<float>> gradients(model.parameters().size());
    gradientsByOrdinal(tape, gradients);
    UpdateRecord record;
    const double norm = gradientNorm(gradients, parallel);
    record.settings = {.optimizer = settings.optimizer,
                       .learningRate = settings.peakRate,
                       .beta1 = settings.beta1,
                       .beta2 = settings.beta2,
                       .epsilon = settings.epsilon,
                       .weightDecay = settings.weightDecay,
                       .l1 = settings.l1,
                       .l2 = settings.l2,
                       .gradientNorm = norm,
                       .clipFactor = clipFactor(norm, settings.clip)};

    const auto copy = makeModel<float>(model.config());
    copy->parameters().setValues(model.parameters().values());
    Optimizer<float> optimizer(settings.optimizer, copy->parameters());
    optimizer.step(copy->parameters(), gradients, record.settings.clipFactor, settings.peakRate, settings, parallel);
    for (std::size_t i = 0; i < gradients.size(); ++i) {
        ParameterUpdate& update = record.parameters.emplace_back();
        update.decays = copy->parameters()[i].decays;
        update.gradient = Tensor<float>(copy->parameters()[i].value.shape());
        const auto clip = static_cast<float>(record.settings.clipFactor);
        std::ranges::transform(gradients[i].span(), update.gradient.mutableView().data,
                               [&](float g) { return g * clip; });
        if (keepsFirstMoment(settings.optimizer)) update.firstMoment = optimizer.firstMoments()[i];
        if (keepsSecondMoment(settings.optimizer)) update.secondMoment = optimizer.secondMoments()[i];
        update.updated = copy->parameters()[i].value;
    }
    return record;
}

}  // namespace

std::shared_ptr<const Trace> look(const Model<float>& model, TracedText text, LookDepth depth,
                                  const TrainingSettings& settings, const Interventions& interventions) {
    const std::shared_ptr<const Model<float>> edited =
        withEdits(std::shared_ptr<const Model<float>>(std::shared_ptr<void>(), &model), interventions);
    return lookAtEdited(*edited, std::move(text), depth, settings, interventions);
}

std::shared_ptr<const Trace> lookAtEdited(const Model<float>& edited, TracedText text, LookDepth depth,
                                          const TrainingSettings& settings, const Interventions& interventions) {
    const LookedBatch batch(edited.config(), std::move(text), settings.seed);
    Parallel parallel(1);
    Tape<float> tape(Purpose::Looking, parallel);
    tape.setInterventions(interventions);
    const Var loss = lossesOf(tape, edited, batch.view(), settings).loss;
    if (!loss || depth == LookDepth::Forward) return Trace::freeze(std::move(tape), batch.text());
    tape.backward(loss);
    if (depth == LookDepth::Backward) return Trace::freeze(std::move(tape), batch.text());
    UpdateRecord update = updateOnCopy(edited, tape, settings, parallel);
    return Trace::freeze(std::move(tape), batch.text(), std::move(update));
}

std::shared_ptr<const Trace> lookAtPairs(const Model<float>& model, const std::vector<int>& tokens,
                                         const WordPairs& pairs, const TrainingSettings& settings) {
    TracedText text;
    text.tokens = tokens;
    text.rows = pairs.rows;
    text.targets = pairs.targets;
    text.inPlace = pairs.rows.empty();
    Parallel parallel(1);
    Tape<float> tape(Purpose::Looking, parallel);
    const TokenRows rows{tokens, static_cast<std::int64_t>(tokens.size()), {}};
    const Var loss = lossesOf(tape, model, pairs.batch(rows), settings).loss;
    expects(static_cast<bool>(loss), "[look] none of the pairs counts");
    tape.backward(loss);
    UpdateRecord update = updateOnCopy(model, tape, settings, parallel);
    return Trace::freeze(std::move(tape), std::move(text), std::move(update));
}

std::shared_ptr<const Trace> look(const Model<float>& model, std::vector<int> tokens, LookDepth depth,
                                  const TrainingSettings& settings) {
    return look(model, continuedText(std::move(tokens)), depth, settings);
}

}  // namespace attentarium
