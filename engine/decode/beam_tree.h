#pragma once

#include <span>
#include <vector>

#include "engine/decode/beam_search.h"

namespace attentarium {

/// One step that a beam search considered.
struct BeamNode {
    enum class Fate {
        Kept,   ///< among the beams after this step
        Ended,  ///< kept, and its text ends here
        Cut,    ///< the next likeliest ones, for which there was no room
    };

    int parent = -1;  ///< the node that it continues; −1 for the first token
    int token = 0;
    int place = 0;              ///< of the token in the answer, from 0
    int rank = 0;               ///< by probability among those of its place, from 0
    double probability = 0;     ///< of the token, behind its parent
    double logProbability = 0;  ///< of the whole way to here
    Fate fate = Fate::Kept;

    bool operator==(const BeamNode&) const = default;
};

/// A beam search with everything that it kept, and the best of what it cut off.
struct BeamTree {
    std::vector<BeamNode> nodes;  ///< place by place, each by falling probability
    /// The last nodes of the continuations that `beamSearch` finds, in its order.
    std::vector<int> ends;
    std::vector<double> scores;  ///< of the ends, `logProbability / lengthPenalty`

    /// The nodes from the first token to `node`.
    std::vector<int> pathTo(int node) const;
    /// How many places there are.
    int places() const { return nodes.empty() ? 0 : nodes.back().place + 1; }
};

/// The same search as `beamSearch`, with `cut` nodes at each place beyond those that were kept. Throws as that does.
BeamTree beamTree(TextReader& reader, std::span<const int> prompt, const BeamSettings& settings, int cut);

}  // namespace attentarium
