#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/tape/tape.h"

namespace attentarium {

/// A computation to be checked: given leaves, records ops and returns the output.
using Recording = std::function<Var(Tape<double>& tape, std::span<const Var> leaves)>;

struct GradientCheckResult {
    double worstRelativeError = 0;
    std::size_t leaf = 0;  ///< where the worst error is
    std::int64_t cell = 0;
    double computed = 0;
    double measured = 0;
};

/// Compares gradients with four-point finite differences in double,
/// (f(x−2h) − 8f(x−h) + 8f(x+h) − f(x+2h)) / 12h with h = 1e-3.
/// The relative error is |computed − measured| / max(|computed|, |measured|, 1e-3). `loss` computes anew from `leaves`,
/// whose cells are moved one by one and put back; `computed` has the gradients of each leaf, empty where there are
/// none.
GradientCheckResult compareGradients(const std::function<double()>& loss, std::span<Tensor<double>* const> leaves,
                                     const std::vector<std::vector<double>>& computed);

/// The same for every gradient of `recording`, through the loss Σ c_i · y_i with unequal random c_i, since symmetric
/// losses hide mistakes.
GradientCheckResult checkGradients(const Recording& recording, std::span<const Tensor<double>> leaves,
                                   std::uint64_t seed, Purpose purpose = Purpose::Looking);

}  // namespace attentarium
