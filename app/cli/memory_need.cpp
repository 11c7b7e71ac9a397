#include "app/cli/memory_need.h"

#include <unistd.h>
#include <cmath>
#include <string>

#include "engine/core/error.h"

namespace attentarium::cli {
namespace {

constexpr double kFloat = sizeof(float);

/// Value, two moments, gradient.
double parameterBytes(const ModelConfig& config) {
    return 4 * kFloat * static_cast<double>(parameterCount(config));
}

/// Values and gradients of one text on the tape.
double textBytes(const ModelConfig& config) {
    const auto context = static_cast<double>(config.context), width = static_cast<double>(config.width);
    const auto heads = static_cast<double>(config.heads), layers = static_cast<double>(config.layers);
    // Each block: two LayerNorms, query, key, value, the heads, two outputs, two sums, and twice the hidden width.
    const double block = context * 18 * width + 4 * heads * context * context;
    const double outside = context * (4 * width + 3 * static_cast<double>(config.vocabulary));
    return 2 * kFloat * (layers * block + outside);
}

double machineBytes() {
    return static_cast<double>(::sysconf(_SC_PHYS_PAGES)) * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

std::string rounded(double number) {
    return std::to_string(static_cast<std::int64_t>(number));
}

}  // namespace

double trainingBytes(const ModelConfig& config, const TrainingSettings& settings) {
    return parameterBytes(config) + static_cast<double>(settings.batch) * textBytes(config);
}

void demandMemory(const ModelConfig& config, const TrainingSettings& settings) {
    const double machine = machineBytes();
    if (trainingBytes(config, settings) <= machine) return;
    const double left = machine - parameterBytes(config);
    if (left < textBytes(config)) {
        const double share = parameterBytes(config) / (parameterBytes(config) + textBytes(config));
        throw Error(ErrorKind::ModelTooLarge, {.value = std::to_string(parameterCount(config)),
                                               .limit = rounded(share * machine / (4 * kFloat))});
    }
    throw Error(ErrorKind::OptionOutOfRange,
                {.name = "batch",
                 .value = std::to_string(settings.batch),
                 .limit = "at most " + rounded(left / textBytes(config)) + " for the memory of this machine"});
}

}  // namespace attentarium::cli
