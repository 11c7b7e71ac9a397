#include "engine/core/error.h"
#include "engine/models/model_config.h"

namespace attentarium {
namespace {

std::int64_t normCount(const ModelConfig& config) {
    return (config.norm == Norm::LayerNorm ? 2 : 1) * config.width;
}

/// Weight and bias.
std::int64_t linearCount(std::int64_t in, std::int64_t out) {
    return in * out + out;
}

std::int64_t attentionCount(const ModelConfig& config) {
    const std::int64_t keyValueHeads = config.keyValueHeads == 0 ? config.heads : config.keyValueHeads;
    return 2 * linearCount(config.width, config.width) +
           2 * linearCount(config.width, keyValueHeads * config.headWidth());
}

/// Blocks with so many attentions each, and the normalisation after the last.
std::int64_t stackCount(const ModelConfig& config, std::int64_t attentions) {
    const std::int64_t width = config.width, hidden = config.hiddenWidth();
    const std::int64_t entrances = config.activation == Activation::SwiGlu ? 2 : 1;
    const std::int64_t perBlock = attentions * (attentionCount(config) + normCount(config)) + normCount(config) +
                                  entrances * linearCount(width, hidden) + linearCount(hidden, width);
    return config.layers * perBlock + (config.normPlace == NormPlace::Before ? normCount(config) : 0);
}

std::int64_t embeddingCount(const ModelConfig& config) {
    return (config.tied ? 1 : 2) * config.vocabulary * config.width;
}

std::int64_t positionCount(const ModelConfig& config) {
    return config.positions == Positions::Learned ? config.context * config.width : 0;
}

std::int64_t classifierCount(const ModelConfig& config) {
    return config.classes == 0 ? 0 : linearCount(config.width, config.classes);
}

std::int64_t gptCount(const ModelConfig& config) {
    return embeddingCount(config) + positionCount(config) + stackCount(config, 1) + classifierCount(config);
}

std::int64_t bertCount(const ModelConfig& config) {
    const std::int64_t dense = linearCount(config.width, config.width), segments = 2 * config.width;
    return gptCount(config) + segments + 2 * normCount(config) + dense + (config.classes == 0 ? 0 : dense);
}

std::int64_t transformerCount(const ModelConfig& config) {
    return embeddingCount(config) + 2 * positionCount(config) + stackCount(config, 1) + stackCount(config, 2);
}

/// Recurrent layers, of which the first reads `in` features and the others `between`.
std::int64_t recurrentCount(RecurrentCell cell, std::int64_t layers, std::int64_t in, std::int64_t between,
                            std::int64_t width) {
    const std::int64_t columns = gatesOf(cell) * width;
    return linearCount(in, columns) + (layers - 1) * linearCount(between, columns) +
           layers * linearCount(width, columns);
}

std::int64_t recurrentModelCount(const ModelConfig& config, RecurrentCell cell) {
    const std::int64_t width = config.width;
    return config.vocabulary * width + recurrentCount(cell, config.layers, width, width, width) +
           linearCount(width, config.vocabulary);
}

std::int64_t seq2seqCount(const ModelConfig& config) {
    const std::int64_t width = config.width, layers = config.layers;
    const bool attends = config.alignment != Alignment::None, additive = config.alignment == Alignment::Additive;
    std::int64_t count = 2 * config.vocabulary * width + linearCount(width, config.vocabulary);
    count += recurrentCount(config.cell, layers, additive ? 2 * width : width, width, width);
    if (config.bidirectional) {
        const std::int64_t states = hasCellState(config.cell) ? 2 : 1;
        count += 2 * recurrentCount(config.cell, layers, width, 2 * width, width);
        count += (layers * states + (attends ? 1 : 0)) * linearCount(2 * width, width);
    } else {
        count += recurrentCount(config.cell, layers, width, width, width);
    }
    if (attends) count += linearCount(2 * width, width);
    if (config.alignment == Alignment::General) count += width * width;
    if (additive) count += linearCount(width, width) + width * width + width;
    return count;
}

std::int64_t mlpLmCount(const ModelConfig& config) {
    const std::int64_t inputs = config.window * config.width;
    const std::int64_t direct = config.direct ? inputs * config.vocabulary : 0;
    return config.vocabulary * config.width + (inputs + 1) * config.hidden + (config.hidden + 1) * config.vocabulary +
           direct;
}

}  // namespace

std::int64_t parameterCount(const ModelConfig& config) {
    switch (config.family) {
        case Family::Ngram:
            return 0;
        case Family::Gpt:
            return gptCount(config);
        case Family::Bert:
            return bertCount(config);
        case Family::Transformer:
            return transformerCount(config);
        case Family::MlpLm:
            return mlpLmCount(config);
        case Family::Rnn:
            return recurrentModelCount(config, RecurrentCell::Rnn);
        case Family::Lstm:
            return recurrentModelCount(config, RecurrentCell::Lstm);
        case Family::Gru:
            return recurrentModelCount(config, RecurrentCell::Gru);
        case Family::Seq2Seq:
            return seq2seqCount(config);
        case Family::Cbow:
        case Family::SkipGram:
            return 2 * config.vocabulary * config.width;
    }
    throw LogicError("[models] nobody has counted this family's parameters");
}

}  // namespace attentarium
