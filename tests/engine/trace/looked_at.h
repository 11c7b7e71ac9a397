#pragma once

#include "engine/models/registry.h"
#include "engine/train/look.h"

namespace attentarium::test {

inline std::unique_ptr<Model<float>> someModel(bool tied = false) {
    auto model = makeModel<float>({.layers = 2, .heads = 2, .width = 8, .context = 9, .vocabulary = 11, .tied = tied});
    Random random(6);
    for (std::size_t i = 0; i < model->parameters().size(); ++i) fillNormal(model->parameters()[i], random, 0.4);
    return model;
}

inline std::shared_ptr<const Trace> someTrace(bool tied = false, LookDepth depth = LookDepth::Update) {
    return look(*someModel(tied), {3, 1, 4, 1, 5, 9, 2}, depth);
}

}  // namespace attentarium::test
