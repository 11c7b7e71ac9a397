#pragma once

#include <string>
#include <vector>

#include "engine/models/model.h"
#include "engine/runs/material.h"

namespace attentarium {

/// Something that a model does, in words.
struct Sample {
    std::string prompt;       ///< what it was given
    std::string text;         ///< what it makes of it; empty for a family that says nothing in words
    std::vector<int> tokens;  ///< of the prompt, as the model reads it
};

/// What `model` does with the same held-out text each time, so that one sees it improve: it goes on with the beginning
/// of the text, fills in a masked word, or answers a question. The same for the same parameters.
Sample sampleOf(const Model<float>& model, const Material& material);

}  // namespace attentarium
