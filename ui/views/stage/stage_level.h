#pragma once

#include <array>

namespace attentarium {

/// How close the stage looks. Each level opens in the place of the one before.
enum class StageLevel {
    Model,      ///< every part as a card
    Block,      ///< one part, with all its tensors
    Operation,  ///< the op of the step, with what goes in and what comes out
    Cells,      ///< the tensor of the step, each number printed
};

/// Which quantity the figures show.
enum class Shown {
    AsThePassGoes,  ///< values until the backward pass has come by, then gradients
    Value,
    Gradient,
    Both,  ///< values above, gradients below in the same cells
};

inline constexpr std::array kStageLevels{StageLevel::Model, StageLevel::Block, StageLevel::Operation,
                                         StageLevel::Cells};
inline constexpr std::array kShown{Shown::AsThePassGoes, Shown::Value, Shown::Gradient, Shown::Both};

}  // namespace attentarium
