#pragma once

#include <cmath>

#include "engine/core/random.h"
#include "engine/runs/history.h"

namespace attentarium {

/// What a run of so many steps could have looked like: the loss falls with noise; from the middle on the held-out loss
/// rises where `overFits`.
inline History madeHistory(std::int64_t steps, bool overFits = false, std::int64_t between = 0) {
    History history;
    history.layers = {"token_embedding", "blocks.0", "blocks.1", "unembedding"};
    if (between == 0) between = std::max<std::int64_t>(1, steps / 20);
    Random random(3);
    const auto noise = [&](double size) { return (random.uniform() - 0.5) * size; };
    for (std::int64_t step = 0; step <= steps; ++step) {
        const double share = static_cast<double>(step) / static_cast<double>(steps);
        const double loss = 1 + 3.5 * std::exp(-6 * share);
        if (step > 0) {
            history.points.push_back({step, loss + noise(0.6), 1e-3 * (1 - share * 0.9), 1.5 - share + noise(0.4)});
        }
        if (step % between != 0) continue;
        Evaluation evaluation{.step = step};
        evaluation.measures["held_out_loss"] = loss + 0.1 + (overFits && share > 0.5 ? (share - 0.5) * 1.5 : 0);
        evaluation.measures["train_loss"] = loss;
        const char* const kinds[] = {"facts", "agreement", "coreference", "word-meaning", "arithmetic"};
        for (int i = 0; i < 5; ++i) {
            evaluation.knowledge[kinds[i]] = 1 / (1 + std::exp(-12 * (share - 0.15 * (i + 1))));
        }
        evaluation.referentLayer = 1;
        evaluation.referentHead = 2;
        evaluation.referentShare = 0.3 + 0.6 * share;
        evaluation.samplePrompt = "the little fox";
        evaluation.sample = step < steps / 2 ? "the the apple a saw" : "saw a red apple and she ate it .";
        for (std::size_t layer = 0; layer < history.layers.size(); ++layer) {
            evaluation.gradientNorms.push_back((1.2 - share) / static_cast<double>(layer + 1));
            for (auto* const list : {&evaluation.weights, &evaluation.activations}) {
                const double reach = (0.2 + share) * static_cast<double>(layer + 1);
                Distribution distribution{-reach, reach, std::vector<std::int64_t>(32)};
                for (int part = 0; part < 32; ++part) {
                    const double at = (part - 15.5) / 8;
                    distribution.counts[static_cast<std::size_t>(part)] = std::lround(1000 * std::exp(-at * at));
                }
                list->push_back(std::move(distribution));
            }
        }
        history.evaluations.push_back(std::move(evaluation));
    }
    history.seconds = 12;
    return history;
}

}  // namespace attentarium
