#include "engine/decode/sampling.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/demand.h"

namespace attentarium {
namespace {

void scaleToOne(std::vector<double>& probabilities) {
    const double sum = std::accumulate(probabilities.begin(), probabilities.end(), 0.0);
    for (double& probability : probabilities) probability /= sum;
}

/// How many of the likeliest tokens stay. `order` is by falling probability.
std::size_t countKept(const std::vector<double>& probabilities, const std::vector<std::size_t>& order,
                      const SamplingSettings& settings) {
    std::size_t most = order.size();
    if (settings.topK > 0) most = std::min(most, static_cast<std::size_t>(settings.topK));
    if (settings.topP >= 1) return most;
    double all = 0;
    for (std::size_t i = 0; i < most; ++i) all += probabilities[order[i]];
    double reached = 0;
    for (std::size_t i = 0; i < most; ++i) {
        reached += probabilities[order[i]];
        if (reached >= settings.topP * all) return i + 1;
    }
    return most;
}

void keepLikeliest(std::vector<double>& probabilities, const SamplingSettings& settings) {
    std::vector<std::size_t> order(probabilities.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Of equals the first stays, so that the same settings always keep the same tokens.
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return probabilities[a] > probabilities[b]; });
    for (std::size_t i = countKept(probabilities, order, settings); i < order.size(); ++i) probabilities[order[i]] = 0;
    scaleToOne(probabilities);
}

}  // namespace

void validate(const SamplingSettings& s) {
    demand("temperature", s.temperature, s.temperature >= 0 && s.temperature <= 1000, "from 0 to 1000");
    demand("top-k", s.topK, s.topK >= 0, "0 or more");
    demand("top-p", s.topP, s.topP > 0 && s.topP <= 1, "above 0 and at most 1");
}

std::vector<double> nextTokenProbabilities(std::span<const float> logits, const SamplingSettings& settings) {
    expects(!logits.empty(), "[sampling] there are no logits");
    const auto likeliest = std::ranges::max_element(logits);
    expects(std::isfinite(*likeliest), "[sampling] the logits must be numbers");
    std::vector<double> probabilities(logits.size(), 0.0);
    if (settings.temperature == 0) {
        probabilities[static_cast<std::size_t>(likeliest - logits.begin())] = 1;
        return probabilities;
    }
    const auto largest = static_cast<double>(*likeliest);
    std::ranges::transform(logits, probabilities.begin(), [&](float logit) {
        return std::exp((static_cast<double>(logit) - largest) / settings.temperature);
    });
    scaleToOne(probabilities);
    if (settings.topK > 0 || settings.topP < 1) keepLikeliest(probabilities, settings);
    return probabilities;
}

int drawToken(std::span<const double> probabilities, Random& random) {
    double left = random.uniform();
    std::size_t drawn = 0;
    for (std::size_t token = 0; token < probabilities.size(); ++token) {
        if (probabilities[token] == 0) continue;
        drawn = token;  // the last possible one, should rounding leave the sum below 1
        left -= probabilities[token];
        if (left < 0) break;
    }
    return static_cast<int>(drawn);
}

}  // namespace attentarium
