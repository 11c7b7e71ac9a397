#pragma once

#include <memory>
#include <vector>

#include "engine/core/random.h"
#include "engine/models/registry.h"
#include "engine/train/look.h"

namespace attentarium {

/// A small model with random weights: 2 blocks of 2 heads, 8 features, 12 words.
inline std::unique_ptr<Model<float>> smallModel(bool tied = false) {
    auto model = makeModel<float>({.layers = 2, .heads = 2, .width = 8, .context = 48, .vocabulary = 12, .tied = tied});
    Random random(1);
    model->initialise(random);
    return model;
}

/// A whole look at `tokens` with `smallModel`.
inline std::shared_ptr<const Trace> smallTrace(std::vector<int> tokens, bool tied = false) {
    return look(*smallModel(tied), std::move(tokens), LookDepth::Update);
}

}  // namespace attentarium
