#include "engine/core/error.h"
#include "engine/models/model_config.h"

namespace attentarium {
namespace {

std::int64_t gptCount(const ModelConfig& config) {
    const std::int64_t width = config.width;
    // Four projections, two LayerNorms, and a feed-forward network four times as wide.
    const std::int64_t perBlock = 12 * width * width + 13 * width;
    const std::int64_t tables = (config.tied ? 1 : 2) * config.vocabulary + config.context;
    return config.layers * perBlock + tables * width + 2 * width;
}

}  // namespace

std::int64_t parameterCount(const ModelConfig& config) {
    switch (config.family) {
        case Family::Ngram:
            return 0;
        case Family::Gpt:
            return gptCount(config);
        case Family::MlpLm:
        case Family::Rnn:
        case Family::Lstm:
        case Family::Gru:
        case Family::Seq2Seq:
        case Family::Bert:
        case Family::Transformer:
        case Family::Cbow:
        case Family::SkipGram:
            break;
    }
    throw LogicError("[models] nobody has counted this family's parameters");
}

}  // namespace attentarium
