#pragma once

#include <cstdint>
#include <optional>

namespace attentarium::cli {

/// What `train` and `evaluate` print; losses in nats per token.
struct Results {
    std::optional<double> trainLoss;
    double heldOutLoss = 0;
    std::int64_t steps = 0;
    double seconds = 0;
};

/// To stdout, for people or as one line of JSON.
void print(const Results& results, bool json);

}  // namespace attentarium::cli
