#include "engine/train/look.h"

#include <algorithm>
#include <string>

#include "engine/core/error.h"
#include "engine/models/registry.h"
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

void demandFits(const std::vector<int>& tokens, std::int64_t context) {
    if (tokens.empty()) throw Error(ErrorKind::TextEmpty, {});
    if (static_cast<std::int64_t>(tokens.size()) <= context) return;
    throw Error(ErrorKind::TextTooLong, {.value = std::to_string(tokens.size()), .limit = std::to_string(context)});
}

TokenRows rowOf(const std::vector<int>& tokens) {
    return {tokens, static_cast<std::int64_t>(tokens.size()), {}};
}

/// Word vectors learn from the pairs of neighbours, which the text then holds as its targets.
WordPairs pairsOf(const ModelConfig& config, TracedText& text, std::uint64_t seed) {
    // How often words occur is known in training only; here all are as likely to be drawn.
    const NoiseWords even(std::vector<std::int64_t>(static_cast<std::size_t>(config.vocabulary), 1));
    Random random(seed);
    WordPairs pairs;
    collectPairs(config, rowOf(text.tokens), even, random, pairs);
    text.rows = pairs.rows;
    text.targets = pairs.targets;
    text.inPlace = pairs.rows.empty();
    return pairs;
}

}  // namespace

std::shared_ptr<const Trace> look(const Model<float>& model, TracedText text, LookDepth depth,
                                  const TrainingSettings& settings) {
    const ModelConfig& config = model.config();
    demandFits(text.tokens, config.context);
    const bool reads = kEncoderDecoders.contains(config.family);
    if (reads) demandFits(text.source, config.context);
    expects(reads || text.source.empty(), "[look] only an encoder–decoder reads a source");

    Parallel parallel(1);
    Tape<float> tape(Purpose::Looking, parallel);
    const std::span<const int> label(&text.label, text.label >= 0 && config.classes > 0 ? 1 : 0);
    const WordPairs pairs = kWordVectors.contains(config.family) ? pairsOf(config, text, settings.seed) : WordPairs();
    const TrainingBatch batch{
        .inputs = {.tokens = rowOf(text.tokens), .source = rowOf(text.source), .segments = text.segments},
        .targets = text.targets,
        .rows = pairs.rows,
        .candidates = pairs.candidates,
        .labels = label};
    const Var loss = lossesOf(tape, model, batch, settings).loss;
    if (!loss || depth == LookDepth::Forward) return Trace::freeze(std::move(tape), std::move(text));
    tape.backward(loss);
    if (depth == LookDepth::Backward) return Trace::freeze(std::move(tape), std::move(text));
    UpdateRecord update = updateOnCopy(model, tape, settings, parallel);
    return Trace::freeze(std::move(tape), std::move(text), std::move(update));
}

std::shared_ptr<const Trace> look(const Model<float>& model, std::vector<int> tokens, LookDepth depth,
                                  const TrainingSettings& settings) {
    return look(model, continuedText(std::move(tokens)), depth, settings);
}

}  // namespace attentarium
