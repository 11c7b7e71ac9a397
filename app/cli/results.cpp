#include "app/cli/results.h"

#include <iostream>
#include <nlohmann/json.hpp>

namespace attentarium::cli {

void print(const Results& results, bool json) {
    if (json) {
        nlohmann::ordered_json all;
        all["train_loss"] = results.trainLoss ? nlohmann::ordered_json(*results.trainLoss) : nullptr;
        all["held_out_loss"] = results.heldOutLoss;
        all["steps"] = results.steps;
        all["seconds"] = results.seconds;
        std::cout << all.dump() << '\n';
        return;
    }
    if (results.trainLoss) std::cout << "train loss     " << *results.trainLoss << " nats per token\n";
    std::cout << "held-out loss  " << results.heldOutLoss << " nats per token\n"
              << "steps          " << results.steps << '\n'
              << "time           " << results.seconds << " s\n";
}

}  // namespace attentarium::cli
