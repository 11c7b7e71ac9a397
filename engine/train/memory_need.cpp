#include "engine/train/memory_need.h"

#include <unistd.h>
#include <string>

#include "engine/core/error.h"

namespace attentarium {
namespace {

constexpr double kFloat = sizeof(float);

/// The sizes of a model, as numbers that no product makes overflow.
struct Sizes {
    explicit Sizes(const ModelConfig& config)
        : layers(static_cast<double>(config.layers)),
          heads(static_cast<double>(config.heads)),
          width(static_cast<double>(config.width)),
          context(static_cast<double>(config.context)),
          vocabulary(static_cast<double>(config.vocabulary)) {}

    double layers, heads, width, context, vocabulary;
};

// What follows counts the numbers that a training tape keeps of one text.

/// One attention and what stands around it: a normalisation, query, key, value, the heads, the output, a sum; and the
/// weights of each head.
double attentionCells(const Sizes& n) {
    return n.context * 7 * n.width + n.heads * n.context * n.context;
}

/// A normalisation, the hidden units before and after their activation, the output, a sum.
double feedForwardCells(const Sizes& n, Activation activation) {
    const double hidden = activation == Activation::SwiGlu ? 16 : 8;
    return n.context * (3 + hidden) * n.width;
}

double transformerCells(const ModelConfig& config, double attentions) {
    const Sizes n(config);
    return n.layers * (attentions * attentionCells(n) + feedForwardCells(n, config.activation)) + n.context * 3 * n.width;
}

/// What each gate sums up and what it lets through, and both states.
double recurrentCells(const ModelConfig& config, RecurrentCell cell, double directions) {
    const Sizes n(config);
    const double gates = cell == RecurrentCell::Lstm ? 4 : cell == RecurrentCell::Gru ? 3 : 1;
    return directions * n.layers * n.context * (2 * gates + 2) * n.width + n.context * n.width;
}

/// How a decoder looks back at a source as long as the context.
double alignmentCells(const ModelConfig& config) {
    const Sizes n(config);
    if (config.alignment == Alignment::None) return 0;
    const double pairs = n.context * n.context * (config.alignment == Alignment::Additive ? 2 * n.width + 2 : 2);
    return pairs + n.context * 5 * n.width;
}

double wordVectorCells(const ModelConfig& config) {
    const Sizes n(config);
    const double pairs = config.family == Family::Cbow ? n.context : n.context * 2 * static_cast<double>(config.window);
    const double candidates = config.negatives > 0 ? 2 * static_cast<double>(config.negatives + 1) : 2 * n.vocabulary;
    return n.context * n.width + pairs * (n.width + candidates);
}

double textCells(const ModelConfig& config) {
    const Sizes n(config);
    // Logits and their probabilities.
    const double told = 2 * n.context * n.vocabulary;
    switch (config.family) {
        case Family::Ngram:
            return 0;
        case Family::MlpLm:
            return n.context * ((1 + static_cast<double>(config.window)) * n.width +
                                2 * static_cast<double>(config.hidden) + n.vocabulary) +
                   told;
        case Family::Rnn:
            return recurrentCells(config, RecurrentCell::Rnn, 1) + told;
        case Family::Lstm:
            return recurrentCells(config, RecurrentCell::Lstm, 1) + told;
        case Family::Gru:
            return recurrentCells(config, RecurrentCell::Gru, 1) + told;
        case Family::Seq2Seq:
            return recurrentCells(config, config.cell, config.bidirectional ? 3 : 2) + alignmentCells(config) + told;
        case Family::Gpt:
        case Family::Bert:
            return transformerCells(config, 1) + told;
        case Family::Transformer:
            return transformerCells(config, 1) + transformerCells(config, 2) + told;
        case Family::Cbow:
        case Family::SkipGram:
            return wordVectorCells(config);
    }
    return 0;
}

/// Value, gradient and moments.
double parameterBytes(const ModelConfig& config, const TrainingSettings& settings) {
    const double copies = 2 + (keepsFirstMoment(settings.optimizer) ? 1 : 0) +
                          (keepsSecondMoment(settings.optimizer) ? 1 : 0);
    return copies * kFloat * static_cast<double>(parameterCount(config));
}

/// Values and gradients.
double textBytes(const ModelConfig& config) {
    return 2 * kFloat * textCells(config);
}

double machineBytes() {
    return static_cast<double>(::sysconf(_SC_PHYS_PAGES)) * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

std::string rounded(double number) {
    return std::to_string(static_cast<std::int64_t>(number));
}

}  // namespace

double trainingBytes(const ModelConfig& config, const TrainingSettings& settings) {
    return parameterBytes(config, settings) + static_cast<double>(settings.batch) * textBytes(config);
}

void demandMemory(const ModelConfig& config, const TrainingSettings& settings) {
    const double machine = machineBytes(), model = parameterBytes(config, settings), text = textBytes(config);
    if (trainingBytes(config, settings) <= machine) return;
    if (machine - model < text) {
        const double count = static_cast<double>(parameterCount(config));
        throw Error(ErrorKind::ModelTooLarge, {.value = std::to_string(parameterCount(config)),
                                               .limit = rounded(count * machine / (model + text))});
    }
    throw Error(ErrorKind::OptionOutOfRange,
                {.name = "batch",
                 .value = std::to_string(settings.batch),
                 .limit = "at most " + rounded((machine - model) / text) + " for the memory of this machine"});
}

}  // namespace attentarium
