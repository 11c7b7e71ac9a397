#pragma once

#include <vector>

namespace attentarium {

/// The one text that a trace was made from, as ids.
struct TracedText {
    std::vector<int> tokens;    ///< what the model continues, fills in or judges
    std::vector<int> targets;   ///< what each token should predict, `kNoTarget` where nothing counts; empty: none
    std::vector<int> rows;      ///< the token that each target belongs to; empty: one target for each token
    std::vector<int> source;    ///< what an encoder–decoder reads; empty for other families
    std::vector<int> segments;  ///< of each token, where sentences of a pair are told apart; empty: all one
    bool inPlace = false;       ///< whether a target is what belongs in its own place, not what comes next
    int label = -1;             ///< the class that is right; −1 where none is known

    bool operator==(const TracedText&) const = default;
};

/// Each token's target is the one after it; the last has none.
TracedText continuedText(std::vector<int> tokens);
/// `answer` is to be told token by token, from `begin` to `end`, after reading `source`.
TracedText answeredText(std::vector<int> source, const std::vector<int>& answer, int begin, int end);
/// The token at `place` is hidden behind `mask` and is to be told back. The second of two sentences begins behind
/// the first `separator`.
TracedText maskedText(std::vector<int> tokens, int place, int mask, int separator = -1);

}  // namespace attentarium
