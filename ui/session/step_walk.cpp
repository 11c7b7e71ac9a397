#include "ui/session/step_walk.h"

#include <algorithm>

namespace attentarium {
namespace {

bool sameLayer(const Trace& trace, int a, int b) {
    const Step& left = trace.steps()[static_cast<std::size_t>(a)];
    const Step& right = trace.steps()[static_cast<std::size_t>(b)];
    return left.phase == right.phase && layerOf(trace, left) == layerOf(trace, right);
}

}  // namespace

std::string layerOf(const Trace& trace, const Step& step) {
    const std::string& name = trace.name(step.node);
    const std::size_t first = name.find('.');
    if (first == std::string::npos || name.compare(0, first, "blocks") != 0) return name.substr(0, first);
    return name.substr(0, name.find('.', first + 1));
}

int layerStepFrom(const Trace& trace, int from, int direction) {
    const int count = static_cast<int>(trace.steps().size());
    int at = from;
    while (at + direction >= 0 && at + direction < count && sameLayer(trace, from, at + direction)) at += direction;
    if (direction > 0) return at + 1 < count ? at + 1 : from;
    // Going back first reaches the start of this layer, then the start of the one before.
    if (at < from || at == 0) return at;
    int start = at - 1;
    while (start > 0 && sameLayer(trace, at - 1, start - 1)) --start;
    return start;
}

int sameStep(const Trace& before, int from, const Trace& after) {
    const Step& shown = before.steps()[static_cast<std::size_t>(from)];
    const auto steps = after.steps();
    const auto found = std::ranges::find_if(steps, [&](const Step& step) {
        return step.phase == shown.phase && after.name(step.node) == before.name(shown.node);
    });
    if (found != steps.end()) return static_cast<int>(found - steps.begin());
    return std::min(from, static_cast<int>(steps.size()) - 1);
}

}  // namespace attentarium
