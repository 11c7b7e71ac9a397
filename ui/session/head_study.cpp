#include "ui/session/head_study.h"

#include <utility>

namespace attentarium {
namespace {

// Enough for every role to have hundreds of rows; told from a seed that nothing was trained with.
constexpr int kStories = 200;
constexpr std::uint64_t kSeed = 2'000'003;

}  // namespace

std::shared_ptr<const WorldRoles> scoreInSmallWorld(const Checkpoint& checkpoint, const std::function<bool()>& goesOn) {
    auto roles = std::make_shared<WorldRoles>();
    if (!readsSmallWorld(checkpoint)) return roles;
    roles->shares = headRolesInSmallWorld(checkpoint, kSeed, kStories, goesOn);
    roles->stories = kStories;
    return roles->shares.empty() ? nullptr : roles;
}

std::shared_ptr<const HeadStudy> studyHeads(std::shared_ptr<const Trace> trace, const WorldRoles& world,
                                            const std::function<bool()>& goesOn) {
    auto study = std::make_shared<HeadStudy>();
    const std::vector<AttentionLayer> layers = attentionLayersOf(*trace);
    const std::vector<RoleShares> roles = world.shares.empty() ? headRolesOn(*trace) : world.shares;
    study->stories = world.stories;
    std::size_t place = 0;
    for (const AttentionLayer& layer : layers) {
        if (!goesOn()) return nullptr;
        HeadStudy::Layer& found = study->layers.emplace_back();
        found.measures = measureHeads(*trace, layer);
        for (int head = 0; head < layer.heads; ++head, ++place) {
            found.roles.push_back(place < roles.size() ? roles[place] : RoleShares());
        }
    }
    // A stack is what one text is read with.
    for (const TextSide side : {TextSide::Tokens, TextSide::Source}) {
        const HeadStudy::Layer* before = nullptr;
        for (std::size_t i = 0; i < layers.size(); ++i) {
            const AttentionLayer& layer = layers[i];
            if (!layer.looksAtItself() || trace->sideOf(layer.weights(), Axis::Token) != side) continue;
            if (!goesOn()) return nullptr;
            study->layers[i].rollout = rolledThrough(*trace, layer, before ? &*before->rollout : nullptr);
            before = &study->layers[i];
        }
    }
    study->trace = std::move(trace);
    return study;
}

}  // namespace attentarium
