#include "engine/train/look.h"

#include <algorithm>
#include <string>

#include "engine/core/error.h"
#include "engine/models/registry.h"
#include "engine/ops/cross_entropy.h"
#include "engine/train/gradient_clipping.h"
#include "engine/train/objective.h"
#include "engine/train/optimizer.h"
#include "engine/train/trainer.h"
#include "engine/train/word_pairs.h"

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

/// What a text has to teach a model: each token the one after it, or word vectors their neighbours.
class WhatIsLearned {
  public:
    WhatIsLearned(const ModelConfig& config, const std::vector<int>& tokens, std::uint64_t seed) {
        const TokenRows rows = batchOf(tokens, static_cast<std::int64_t>(tokens.size())).tokens;
        if (kWordVectors.contains(config.family)) {
            // How often words occur is known in training only; here all are as likely to be drawn.
            const NoiseWords even(std::vector<std::int64_t>(static_cast<std::size_t>(config.vocabulary), 1));
            Random random(seed);
            collectPairs(config, rows, even, random, m_pairs);
        } else {
            m_pairs.targets.assign(tokens.begin() + 1, tokens.end());
            m_pairs.targets.push_back(kNoTarget);
        }
    }

    TrainingBatch batch(const std::vector<int>& tokens) const {
        return m_pairs.batch(batchOf(tokens, static_cast<std::int64_t>(tokens.size())).tokens);
    }

  private:
    WordPairs m_pairs;
};

}  // namespace

std::shared_ptr<const Trace> look(const Model<float>& model, std::vector<int> tokens, LookDepth depth,
                                  const TrainingSettings& settings) {
    if (tokens.empty()) throw Error(ErrorKind::TextEmpty, {});
    const auto length = static_cast<std::int64_t>(tokens.size());
    if (length > model.config().context) {
        throw Error(ErrorKind::TextTooLong,
                    {.value = std::to_string(length), .limit = std::to_string(model.config().context)});
    }
    Parallel parallel(1);
    Tape<float> tape(Purpose::Looking, parallel);
    const WhatIsLearned learned(model.config(), tokens, settings.seed);
    const Var loss = lossesOf(tape, model, learned.batch(tokens), settings).loss;
    if (!loss || depth == LookDepth::Forward) return Trace::freeze(std::move(tape), std::move(tokens));
    tape.backward(loss);
    if (depth == LookDepth::Backward) return Trace::freeze(std::move(tape), std::move(tokens));
    UpdateRecord update = updateOnCopy(model, tape, settings, parallel);
    return Trace::freeze(std::move(tape), std::move(tokens), std::move(update));
}

}  // namespace attentarium
