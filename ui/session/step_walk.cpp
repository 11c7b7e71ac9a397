#include "ui/session/step_walk.h"

#include <algorithm>

#include "engine/tape/scope_names.h"

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
    std::size_t begin = 0;
    for (const std::string_view tower : {kEncoderScope, kDecoderScope}) {
        if (name.starts_with(tower) && name.compare(tower.size(), 1, ".") == 0) begin = tower.size() + 1;
    }
    const std::size_t first = name.find('.', begin);
    if (first == std::string::npos) return name;
    // Numbered scopes are layers; what is repeated in time outside of them is one layer too.
    const bool isNumbered = first + 1 < name.size() && name[first + 1] >= '0' && name[first + 1] <= '9';
    if (!isNumbered || name.compare(begin, first - begin, kTimeScope) == 0) return name.substr(0, first);
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

int timeStepFrom(const Trace& trace, int from, int direction) {
    const Step& now = trace.steps()[static_cast<std::size_t>(from)];
    const auto all = trace.acrossTime(now.node);
    const int count = static_cast<int>(trace.steps().size());
    for (int at = from + direction; at >= 0 && at < count; at += direction) {
        const Step& step = trace.steps()[static_cast<std::size_t>(at)];
        const bool isSame = std::ranges::find(all, step.node) != all.end();
        const bool hasTime = trace.timeOf(step.node).has_value();
        if (step.phase != now.phase || isSame || !hasTime) return at;
    }
    return from;
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
