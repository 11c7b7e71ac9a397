#include "engine/models/model_config.h"

#include <string>
#include <type_traits>

#include "engine/core/demand.h"
#include "engine/models/model_config_fields.h"
#include "engine/nn/recurrent_stack.h"

namespace attentarium {
namespace {

constexpr std::int64_t kMostParameters = std::int64_t{1} << 31;

template <typename Value>
void demandInRange(const ConfigField& field, Value value) {
    if constexpr (!std::is_same_v<Value, bool> && std::is_arithmetic_v<Value>) {
        const auto number = static_cast<double>(value);
        const auto written = [](double limit) {
            std::ostringstream text;
            text.precision(10);
            text << limit;
            return text.str();
        };
        demand(optionOf(field), value, number >= field.least && number <= field.most,
               "from " + written(field.least) + " to " + written(field.most));
    }
}

void demandHeadsFit(const ModelConfig& config) {
    if (config.width % config.heads != 0) {
        throw Error(ErrorKind::WidthNotDivisible,
                    {.value = std::to_string(config.width), .limit = std::to_string(config.heads)});
    }
    if (config.keyValueHeads != 0 && config.heads % config.keyValueHeads != 0) {
        throw Error(ErrorKind::HeadsNotDivisible,
                    {.value = std::to_string(config.heads), .limit = std::to_string(config.keyValueHeads)});
    }
    if (config.positions == Positions::Rotary && config.headWidth() % 2 != 0) {
        throw Error(ErrorKind::HeadWidthOdd, {.value = std::to_string(config.headWidth())});
    }
}

void demandLayersFit(const ModelConfig& config) {
    constexpr auto kMost = static_cast<std::int64_t>(kMostRecurrentLayers);
    demand("layers", config.layers, config.layers <= kMost, "from 1 to " + std::to_string(kMost));
}

/// Numbers that a transformer keeps for its places without learning them.
std::int64_t fixedTableCount(const ModelConfig& config) {
    if (!kTransformers.contains(config.family)) return 0;
    if (config.positions == Positions::Sinusoidal) return config.context * config.width;
    return config.positions == Positions::Rotary ? config.context * config.headWidth() : 0;
}

}  // namespace

ModelConfig defaultConfig(Family family) {
    ModelConfig config;
    config.family = family;
    switch (family) {
        case Family::Transformer:
            config.positions = Positions::Sinusoidal;
            config.normPlace = NormPlace::After;
            config.activation = Activation::Relu;
            config.layers = 2;
            break;
        case Family::Bert:
            config.normPlace = NormPlace::After;
            break;
        case Family::Rnn:
        case Family::Lstm:
        case Family::Gru:
            config.layers = 2;
            break;
        case Family::Seq2Seq:
            config.layers = 1;
            break;
        case Family::Cbow:
        case Family::SkipGram:
            config.negatives = 5;
            config.width = 100;
            break;
        case Family::Ngram:
        case Family::MlpLm:
        case Family::Gpt:
            break;
    }
    return config;
}

void validate(const ModelConfig& config) {
    // With these limits no product that counts parameters can overflow.
    forEachField(config, [&](const ConfigField& field, const auto& value) {
        if (field.families.contains(config.family)) demandInRange(field, value);
    });
    if (kTransformers.contains(config.family)) demandHeadsFit(config);
    if (kRecurrent.contains(config.family) || config.family == Family::Seq2Seq) demandLayersFit(config);
    const std::int64_t parameters = parameterCount(config) + fixedTableCount(config);
    if (parameters > kMostParameters) {
        throw Error(ErrorKind::ModelTooLarge,
                    {.value = std::to_string(parameters), .limit = std::to_string(kMostParameters)});
    }
}

}  // namespace attentarium
