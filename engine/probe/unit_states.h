#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "engine/models/model.h"

namespace attentarium {

/// What all units of one kind held after each token of a text.
struct StateTable {
    int layer = 0;
    bool backward = false;  ///< of an encoder that reads from both ends: from the end to the beginning
    Site site = Site::HiddenState;
    int width = 0;              ///< units
    std::vector<float> values;  ///< [tokens, width]

    std::size_t tokens() const { return width == 0 ? 0 : values.size() / static_cast<std::size_t>(width); }
    float at(std::size_t token, int unit) const {
        return values[token * static_cast<std::size_t>(width) + static_cast<std::size_t>(unit)];
    }
};

/// Whether a family has states that it carries from token to token.
bool hasStates(Family family);

/// Every hidden state, cell state and gate of a model over a text, layer by layer. A language model reads it as one
/// long text and remembers; a seq2seq model's encoder reads each of the texts that begin at `begins` alone, and no more
/// of it than its context. Empty where `goesOn`, which is asked often, says no.
std::vector<StateTable> statesOver(const Model<float>& model, std::span<const int> ids,
                                   std::span<const std::size_t> begins, const std::function<bool()>& goesOn = {});

}  // namespace attentarium
