#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/random.h"

namespace attentarium {

/// How the next token is drawn from the logits.
struct SamplingSettings {
    double temperature = 1;  ///< divides the logits; 0 always takes the likeliest
    std::int64_t topK = 0;   ///< only the k likeliest; 0 allows all
    double topP = 1;         ///< only the likeliest that together reach this share (Holtzman et al., 2020)

    bool operator==(const SamplingSettings&) const = default;
};

/// Refuses impossible settings by name and value, NaN included: throws `Error` with `OptionOutOfRange`.
void validate(const SamplingSettings& settings);

/// The probability of each token under the settings: softmax(logits / temperature), cut off and scaled to sum to 1.
std::vector<double> nextTokenProbabilities(std::span<const float> logits, const SamplingSettings& settings);

/// Draws a token from `probabilities`.
int drawToken(std::span<const double> probabilities, Random& random);

}  // namespace attentarium
