#include "engine/train/not_finite.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace attentarium {
namespace {

bool isBroken(std::span<const float> numbers) {
    return std::ranges::any_of(numbers, [](float x) { return !std::isfinite(x); });
}

}  // namespace

std::string firstNotFinite(Tape<float>& tape, Var loss) {
    for (std::int32_t i = 0; i <= loss.index; ++i) {
        if (isBroken(tape.value({i}).span())) return tape.placeOf({i});
    }
    std::string first;
    tape.backwardWhile(loss, [&](Var node) {
        const bool broken = std::ranges::any_of(
            tape.node(node).inputs, [&](Var input) { return isBroken(tape.gradient(input).span()); });
        if (broken) first = "the gradient through " + tape.placeOf(node);
        return !broken;
    });
    return first;
}

}  // namespace attentarium
