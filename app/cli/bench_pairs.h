#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>

#include "engine/models/model_config.h"

namespace attentarium::cli {

/// Times pairs of negative sampling on a made-up text whose words are as frequent as Zipf's law says, on one thread:
/// so many steps of ten thousand tokens or so, after a first one.
nlohmann::ordered_json measurePairs(const ModelConfig& config, std::int64_t steps, std::uint64_t seed);

}  // namespace attentarium::cli
