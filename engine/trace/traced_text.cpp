#include "engine/trace/traced_text.h"

#include <algorithm>
#include <utility>

#include "engine/core/error.h"
#include "engine/ops/cross_entropy.h"

namespace attentarium {

TracedText continuedText(std::vector<int> tokens) {
    TracedText text;
    if (!tokens.empty()) text.targets.assign(tokens.begin() + 1, tokens.end());
    if (!tokens.empty()) text.targets.push_back(kNoTarget);
    text.tokens = std::move(tokens);
    return text;
}

TracedText answeredText(std::vector<int> source, const std::vector<int>& answer, int begin, int end) {
    TracedText text;
    text.source = std::move(source);
    text.tokens.push_back(begin);
    text.tokens.insert(text.tokens.end(), answer.begin(), answer.end());
    text.targets = answer;
    text.targets.push_back(end);
    return text;
}

TracedText maskedText(std::vector<int> tokens, int place, int mask, int separator) {
    expects(place >= 0 && place < static_cast<int>(tokens.size()), "[trace] the mask stands outside the text");
    TracedText text;
    text.inPlace = true;
    text.targets.assign(tokens.size(), kNoTarget);
    const auto at = static_cast<std::size_t>(place);
    if (tokens[at] != mask) text.targets[at] = std::exchange(tokens[at], mask);
    if (const auto end = std::ranges::find(tokens, separator); separator >= 0 && end != tokens.end()) {
        text.segments.assign(tokens.size(), 1);
        std::fill_n(text.segments.begin(), end - tokens.begin() + 1, 0);
    }
    text.tokens = std::move(tokens);
    return text;
}

}  // namespace attentarium
