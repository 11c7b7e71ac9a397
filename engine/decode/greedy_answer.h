#pragma once

#include <span>
#include <vector>

#include "engine/models/model.h"

namespace attentarium {

/// What an encoder–decoder answers to `source` when it takes the likeliest token each time: from behind `begin` to
/// before `end`, or as much as can be read with `begin`. Throws as `makeReader` does.
std::vector<int> greedyAnswer(const Model<float>& model, std::span<const int> source, int begin, int end);

}  // namespace attentarium
