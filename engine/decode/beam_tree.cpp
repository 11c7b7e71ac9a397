#include "engine/decode/beam_tree.h"

#include <algorithm>
#include <cmath>

#include "engine/core/error.h"
#include "engine/decode/beam_steps.h"

namespace attentarium {

std::vector<int> BeamTree::pathTo(int node) const {
    std::vector<int> path;
    for (; node >= 0; node = nodes[static_cast<std::size_t>(node)].parent) path.push_back(node);
    std::ranges::reverse(path);
    return path;
}

BeamTree beamTree(TextReader& reader, std::span<const int> prompt, const BeamSettings& settings, int cut) {
    validate(settings);
    if (prompt.empty()) throw Error(ErrorKind::TextEmpty, {});
    BeamTree tree;
    std::vector<int> found, beams{-1};
    std::vector<double> soFar{0};
    std::vector<int> next(prompt.begin(), prompt.end()), rows;
    for (int place = 0; place < settings.mostTokens && !beams.empty(); ++place) {
        const std::span<const float> logits = reader.read(next);
        const auto room = static_cast<std::size_t>(settings.beams) - found.size();
        const std::vector<BeamStep> steps = likeliestSteps(soFar, logits, room + static_cast<std::size_t>(cut));
        std::vector<int> longer;
        next.clear();
        rows.clear();
        soFar.clear();
        for (std::size_t rank = 0; rank < steps.size(); ++rank) {
            const BeamStep& step = steps[rank];
            const bool ends = settings.end == step.token;
            const BeamNode::Fate fate = rank >= room ? BeamNode::Fate::Cut
                                        : ends       ? BeamNode::Fate::Ended
                                                     : BeamNode::Fate::Kept;
            const auto node = static_cast<int>(tree.nodes.size());
            tree.nodes.push_back({beams[step.from], step.token, place, static_cast<int>(rank), std::exp(step.own),
                                  step.logProbability, fate});
            if (fate == BeamNode::Fate::Ended) found.push_back(node);
            if (fate != BeamNode::Fate::Kept) continue;
            longer.push_back(node);
            next.push_back(step.token);
            rows.push_back(static_cast<int>(step.from));
            soFar.push_back(step.logProbability);
        }
        beams = std::move(longer);
        if (!beams.empty() && place + 1 < settings.mostTokens) reader.select(rows);
    }
    found.insert(found.end(), beams.begin(), beams.end());
    const auto score = [&](int node) {
        const BeamNode& one = tree.nodes[static_cast<std::size_t>(node)];
        return one.logProbability / lengthPenalty(one.place + 1, settings.lengthPenalty);
    };
    std::ranges::stable_sort(found, std::ranges::greater(), score);
    for (const int node : found) tree.scores.push_back(score(node));
    tree.ends = std::move(found);
    return tree;
}

}  // namespace attentarium
