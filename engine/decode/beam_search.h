#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/decode/text_reader.h"

namespace attentarium {

struct BeamSettings {
    std::int64_t beams = 4;         ///< continuations followed side by side
    double lengthPenalty = 0.6;     ///< α: the larger, the more long continuations are favoured; 0: not at all
    std::int64_t mostTokens = 100;  ///< of a continuation
    std::optional<int> end;         ///< the token that ends one

    bool operator==(const BeamSettings&) const = default;
};

/// Refuses impossible settings by name and value, NaN included: throws `Error` with `OptionOutOfRange`.
void validate(const BeamSettings& settings);

/// One way to go on.
struct Continuation {
    std::vector<int> tokens;    ///< without the prompt, with the end where it came
    double logProbability = 0;  ///< of all its tokens
    double score = 0;           ///< logProbability / lengthPenalty(tokens)
    bool ended = false;
};

/// ((5 + length) / 6)^α (Wu et al., 2016, equation 14).
double lengthPenalty(std::int64_t length, double alpha);

/// The best continuations of `prompt`, by falling score: at each step the likeliest ones are kept, and those that end
/// leave the beam for good. With one beam this is greedy decoding; with as many as there are continuations it finds the
/// best of all. `reader` must have read nothing yet. Throws `Error` for impossible settings and with `TextEmpty`.
std::vector<Continuation> beamSearch(TextReader& reader, std::span<const int> prompt, const BeamSettings& settings);

}  // namespace attentarium
