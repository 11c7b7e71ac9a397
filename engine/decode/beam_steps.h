#pragma once

#include <span>
#include <vector>

namespace attentarium {

/// A continuation longer by one token.
struct BeamStep {
    std::size_t from = 0;  ///< the beam that it continues
    int token = 0;
    double own = 0;             ///< log-probability of the token
    double logProbability = 0;  ///< of the whole continuation
};

/// The `count` likeliest steps from beams with these log-probabilities, likeliest first, and of equals those of the
/// earlier beam and the smaller token. `logits` is [beams, vocabulary]. What can never come is left out.
std::vector<BeamStep> likeliestSteps(std::span<const double> beams, std::span<const float> logits, std::size_t count);

}  // namespace attentarium
