#include "engine/runs/moment.h"

#include <algorithm>
#include <cmath>

#include "engine/core/error.h"

namespace attentarium {
namespace {

// With a twentieth between two of them, a hundred times as many steps need only about a hundred moments more.
constexpr double kGrowth = 1.05;

std::size_t bytesOf(const std::vector<Tensor<float>>& tensors) {
    std::size_t bytes = 0;
    for (const Tensor<float>& tensor : tensors) bytes += sizeof(float) * static_cast<std::size_t>(tensor.count());
    return bytes;
}

/// How large the step from `from` to `to` is, as one sees it who looks at early steps more closely.
double distance(const Moment& from, const Moment& to) {
    return std::log1p(static_cast<double>(to.step)) - std::log1p(static_cast<double>(from.step));
}

}  // namespace

std::size_t Moment::bytes() const {
    return bytesOf(parameters) + bytesOf(training.firstMoments) + bytesOf(training.secondMoments);
}

bool isFarEnough(std::int64_t last, std::int64_t step) {
    return step > last && static_cast<double>(step) >= kGrowth * static_cast<double>(last);
}

bool Timeline::wants(std::int64_t step) const {
    if (m_moments.empty()) return true;
    return isFarEnough(m_moments.back()->step, step);
}

void Timeline::add(std::shared_ptr<const Moment> moment) {
    expects(m_moments.empty() || moment->step > m_moments.back()->step, "[timeline] moments come in order");
    m_moments.push_back(std::move(moment));
    thinOut();
}

void Timeline::setBudget(std::size_t bytes) {
    m_budget = bytes;
    thinOut();
}

int Timeline::placeOf(std::int64_t step) const {
    expects(!m_moments.empty(), "[timeline] there is no moment");
    const auto place = std::ranges::lower_bound(m_moments, step, {}, [](const auto& moment) { return moment->step; });
    return static_cast<int>(
        std::min<std::ptrdiff_t>(place - m_moments.begin(), static_cast<std::ptrdiff_t>(m_moments.size()) - 1));
}

std::size_t Timeline::bytes() const {
    std::size_t sum = 0;
    for (const auto& moment : m_moments) sum += moment->bytes();
    return sum;
}

void Timeline::thinOut() {
    std::size_t held = bytes();
    while (held > m_budget && m_moments.size() > 2) {
        // The one whose neighbours are closest to each other is missed least.
        std::size_t least = 1;
        for (std::size_t i = 2; i + 1 < m_moments.size(); ++i) {
            if (distance(*m_moments[i - 1], *m_moments[i + 1]) <
                distance(*m_moments[least - 1], *m_moments[least + 1])) {
                least = i;
            }
        }
        held -= m_moments[least]->bytes();
        m_moments.erase(m_moments.begin() + static_cast<std::ptrdiff_t>(least));
    }
}

}  // namespace attentarium
