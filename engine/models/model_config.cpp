#include "engine/models/model_config.h"

#include <string>

#include "engine/core/demand.h"

namespace attentarium {
namespace {

constexpr std::int64_t kMostParameters = std::int64_t{1} << 31;

void demandBetween(std::string_view name, std::int64_t value, std::int64_t least, std::int64_t most) {
    demand(name, value, value >= least && value <= most,
           "from " + std::to_string(least) + " to " + std::to_string(most));
}

}  // namespace

std::string_view nameOf(Family family) {
    switch (family) {
        case Family::Gpt:
            return "gpt";
    }
    return {};
}

std::optional<Family> familyNamed(std::string_view name) {
    if (name == nameOf(Family::Gpt)) return Family::Gpt;
    return std::nullopt;
}

std::int64_t parameterCount(const ModelConfig& config) {
    const std::int64_t width = config.width;
    switch (config.family) {
        case Family::Gpt: {
            // Four projections, two LayerNorms, and a feed-forward network four times as wide.
            const std::int64_t perBlock = 12 * width * width + 13 * width;
            const std::int64_t tables = (config.tied ? 1 : 2) * config.vocabulary + config.context;
            return config.layers * perBlock + tables * width + 2 * width;
        }
    }
    return 0;
}

void validate(const ModelConfig& config) {
    // With these limits no product below can overflow.
    demandBetween("layers", config.layers, 1, 1 << 10);
    demandBetween("heads", config.heads, 1, 1 << 10);
    demandBetween("width", config.width, 1, 1 << 15);
    demandBetween("context", config.context, 1, 1 << 20);
    demandBetween("vocabulary", config.vocabulary, 2, 1 << 22);
    if (config.width % config.heads != 0) {
        throw Error(ErrorKind::WidthNotDivisible,
                    {.value = std::to_string(config.width), .limit = std::to_string(config.heads)});
    }
    const std::int64_t parameters = parameterCount(config);
    if (parameters > kMostParameters) {
        throw Error(ErrorKind::ModelTooLarge,
                    {.value = std::to_string(parameters), .limit = std::to_string(kMostParameters)});
    }
}

}  // namespace attentarium
