#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/probe/unit_states.h"

namespace attentarium {

/// How well one unit alone tells what is known of the tokens. The tokens of which something is known are halved in the
/// order of the text: on the first half it is chosen whether the unit says yes above or below a threshold, by area, and
/// which threshold, by accuracy; everything here is measured on the second half, which the choice has not seen.
struct UnitScore {
    int unit = 0;
    bool yesAbove = true;
    double threshold = 0;
    double accuracy = 0;  ///< share of the second half that the threshold tells right
    double baseline = 0;  ///< the same for always giving the answer that is commoner in the first half
    double area = 0;      ///< under the ROC curve: how often a yes is on the right side of a no; ½ for ties
    int chosenOn = 0;     ///< tokens of the first half
    int samples = 0;      ///< tokens of the second half
};

/// Of each unit; best first by area, of equals the smaller number. Empty where a half has not both answers.
std::vector<UnitScore> scoreUnits(const StateTable& table, std::span<const signed char> labels);

/// One condition on a text: a unit above or below a number.
struct UnitCondition {
    int unit = 0;
    bool above = true;
    double threshold = 0;
};

/// The tokens at which all conditions hold.
std::vector<int> tokensWhere(const StateTable& table, std::span<const UnitCondition> conditions);

}  // namespace attentarium
