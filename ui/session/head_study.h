#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "engine/io/checkpoint.h"
#include "engine/probe/head_roles.h"
#include "engine/trace/attention_measures.h"

namespace attentarium {

/// What the heads of a model do: measured on one sentence, and scored where their roles are known.
struct HeadStudy {
    /// One of the trace's attentions.
    struct Layer {
        std::vector<HeadMeasure> measures;       ///< of each head, on the sentence
        std::vector<RoleShares> roles;           ///< of each head
        std::optional<AttentionMatrix> rollout;  ///< through this layer; only where words look at their own text
    };

    std::shared_ptr<const Trace> trace;  ///< that was measured
    std::vector<Layer> layers;           ///< as `attentionLayersOf` has them
    /// The stories of the small world on which the roles were scored; 0 where they were scored on the sentence.
    int stories = 0;
};

/// The roles of a model's heads in the small world, layer by layer. They are the model's alone, so that they are scored
/// once for many sentences.
struct WorldRoles {
    std::vector<RoleShares> shares;  ///< none where the model does not read the small world
    int stories = 0;
};

/// Null when `goesOn`, which is asked often, says no.
std::shared_ptr<const WorldRoles> scoreInSmallWorld(const Checkpoint& checkpoint, const std::function<bool()>& goesOn);
std::shared_ptr<const HeadStudy> studyHeads(std::shared_ptr<const Trace> trace, const WorldRoles& world,
                                            const std::function<bool()>& goesOn);

}  // namespace attentarium
