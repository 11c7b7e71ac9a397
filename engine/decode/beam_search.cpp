#include "engine/decode/beam_search.h"

#include <algorithm>
#include <cmath>

#include "engine/core/demand.h"
#include "engine/core/error.h"
#include "engine/decode/beam_steps.h"

namespace attentarium {
namespace {

/// log Σ e^x
double logSum(std::span<const float> logits) {
    const auto largest = static_cast<double>(*std::ranges::max_element(logits));
    double sum = 0;
    for (const float logit : logits) sum += std::exp(static_cast<double>(logit) - largest);
    return largest + std::log(sum);
}

}  // namespace

std::vector<BeamStep> likeliestSteps(std::span<const double> beams, std::span<const float> logits, std::size_t count) {
    const std::size_t vocabulary = logits.size() / beams.size();
    std::vector<BeamStep> steps;
    steps.reserve(logits.size());
    for (std::size_t from = 0; from < beams.size(); ++from) {
        const auto row = logits.subspan(from * vocabulary, vocabulary);
        const double all = logSum(row);
        expects(std::isfinite(all), "[beam search] the logits must be numbers");
        for (std::size_t token = 0; token < vocabulary; ++token) {
            const double own = static_cast<double>(row[token]) - all;
            steps.push_back({from, static_cast<int>(token), own, beams[from] + own});
        }
    }
    const std::size_t kept = std::min(count, steps.size());
    const auto before = [](const BeamStep& a, const BeamStep& b) {
        if (a.logProbability != b.logProbability) return a.logProbability > b.logProbability;
        return a.from != b.from ? a.from < b.from : a.token < b.token;
    };
    std::ranges::partial_sort(steps, steps.begin() + static_cast<std::ptrdiff_t>(kept), before);
    steps.resize(kept);
    // What can never come is no continuation.
    std::erase_if(steps, [](const BeamStep& step) { return std::isinf(step.logProbability); });
    return steps;
}

void validate(const BeamSettings& s) {
    demand("beams", s.beams, s.beams >= 1 && s.beams <= 1 << 16, "from 1 to 65536");
    demand("length-penalty", s.lengthPenalty, s.lengthPenalty >= 0 && s.lengthPenalty <= 100, "from 0 to 100");
    demand("tokens", s.mostTokens, s.mostTokens >= 1 && s.mostTokens <= 1 << 20, "from 1 to 1048576");
}

double lengthPenalty(std::int64_t length, double alpha) {
    return std::pow((5 + static_cast<double>(length)) / 6, alpha);
}

std::vector<Continuation> beamSearch(TextReader& reader, std::span<const int> prompt, const BeamSettings& settings) {
    validate(settings);
    if (prompt.empty()) throw Error(ErrorKind::TextEmpty, {});
    std::vector<Continuation> found, beams(1);
    std::vector<int> next(prompt.begin(), prompt.end()), rows;
    for (std::int64_t length = 1; length <= settings.mostTokens && !beams.empty(); ++length) {
        const std::span<const float> logits = reader.read(next);
        const auto room = static_cast<std::size_t>(settings.beams) - found.size();
        std::vector<Continuation> longer;
        std::vector<double> soFar;
        for (const Continuation& beam : beams) soFar.push_back(beam.logProbability);
        next.clear();
        rows.clear();
        for (const BeamStep& step : likeliestSteps(soFar, logits, room)) {
            Continuation continuation = beams[step.from];
            continuation.tokens.push_back(step.token);
            continuation.logProbability = step.logProbability;
            continuation.score = step.logProbability / lengthPenalty(length, settings.lengthPenalty);
            continuation.ended = settings.end == step.token;
            if (continuation.ended) {
                found.push_back(std::move(continuation));
                continue;
            }
            longer.push_back(std::move(continuation));
            next.push_back(step.token);
            rows.push_back(static_cast<int>(step.from));
        }
        beams = std::move(longer);
        if (!beams.empty() && length < settings.mostTokens) reader.select(rows);
    }
    found.insert(found.end(), beams.begin(), beams.end());
    std::ranges::stable_sort(found, std::ranges::greater(), &Continuation::score);
    return found;
}

}  // namespace attentarium
