#include "engine/trace/nudge.h"

#include <algorithm>
#include <cmath>

namespace attentarium {

bool Nudge::agrees() const {
    const double size = std::max(std::abs(measured), std::abs(computed));
    return std::abs(measured - computed) <= 1e-6 * std::max(1.0, size);
}

}  // namespace attentarium
