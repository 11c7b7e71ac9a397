#include "engine/geometry/tsne.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "engine/core/demand.h"
#include "engine/core/random.h"
#include "engine/core/vector_math.h"
#include "engine/core/vector_types.h"
#include "engine/geometry/principal_components.h"

namespace attentarium {
namespace {

constexpr int kLanes = kVectorLanes<double>;
constexpr double kSmallest = std::numeric_limits<double>::epsilon();
/// Standard deviation of the first coordinate at the start.
constexpr double kStartSize = 1e-4;
/// Where the places beyond the last point are: too far to be felt.
constexpr double kFarAway = 1e100;
constexpr double kSmallestGain = 0.01;

double squaredDistance(const double* a, const double* b, std::int64_t dimensions) {
    double sum = 0;
    for (std::int64_t i = 0; i < dimensions; ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
    return sum;
}

/// Fills `shares` with those of the others for one point, whose squared distances are given: exp(−β d²), with the β
/// that gives their distribution the entropy ln(perplexity).
void fillShares(std::span<const double> distances, std::int64_t self, double perplexity, double* shares) {
    constexpr int kTries = 100;
    constexpr double kNearEnough = 1e-5;
    const double wanted = std::log(perplexity);
    double lowest = -std::numeric_limits<double>::infinity(), highest = std::numeric_limits<double>::infinity();
    double beta = 1;
    for (int attempt = 0; attempt < kTries; ++attempt) {
        double sum = 0, weighted = 0;
        for (std::size_t i = 0; i < distances.size(); ++i) {
            shares[i] = static_cast<std::int64_t>(i) == self ? 0 : std::exp(-beta * distances[i]);
            sum += shares[i];
        }
        if (sum == 0) sum = 1e-8;  // all underflowed: β is far too large
        for (std::size_t i = 0; i < distances.size(); ++i) {
            shares[i] /= sum;
            weighted += shares[i] * distances[i];
        }
        const double entropy = std::log(sum) + beta * weighted;
        if (std::abs(entropy - wanted) <= kNearEnough) return;
        if (entropy > wanted) {
            lowest = beta;
            beta = std::isinf(highest) ? beta * 2 : (beta + highest) / 2;
        } else {
            highest = beta;
            beta = std::isinf(lowest) ? beta / 2 : (beta + lowest) / 2;
        }
    }
}

}  // namespace

PerplexityRange perplexityRange(std::int64_t count) {
    return {.above = 1, .below = static_cast<double>(count - 1)};
}

Points neighbourShares(const Points& points, double perplexity, FunctionReference<bool()> isStopped) {
    const std::int64_t count = points.count;
    demand("perplexity", perplexity, perplexityRange(count).contains(perplexity),
           "between 1 and " + std::to_string(count - 1));
    Points one(count, count);
    std::vector<double> distances(static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count && !isStopped(); ++i) {
        for (std::int64_t j = 0; j < count; ++j) {
            distances[static_cast<std::size_t>(j)] = squaredDistance(points.row(i), points.row(j), points.dimensions);
        }
        fillShares(distances, i, perplexity, one.row(i));
    }
    double sum = 0;
    for (const double value : one.values) sum += 2 * value;
    Points both(count, count);
    for (std::int64_t i = 0; i < count; ++i) {
        for (std::int64_t j = 0; j < count; ++j) {
            if (i == j) continue;
            both.row(i)[j] = std::max((one.row(i)[j] + one.row(j)[i]) / std::max(sum, kSmallest), kSmallest);
        }
    }
    return both;
}

Tsne::Tsne(const Points& points, const Points& shares, const TsneSettings& settings)
    : m_settings(settings), m_count(points.count), m_padded((points.count + kLanes - 1) / kLanes * kLanes) {
    expects(shares.count == m_count && shares.dimensions == m_count, "[tsne] the shares are of other points");
    const auto count = static_cast<std::size_t>(m_count), padded = static_cast<std::size_t>(m_padded);
    m_shares.resize(count * padded);
    for (std::int64_t i = 0; i < m_count; ++i) std::copy_n(shares.row(i), m_count, m_shares.data() + i * m_padded);
    m_x.assign(padded, kFarAway);
    m_y.assign(padded, kFarAway);
    if (settings.start == TsneStart::Principal) {
        const PrincipalComponents components = principalComponents(points, 2);
        const Points start = projected(components, points);
        // The first standard deviation divides by the count here.
        double squares = 0;
        for (std::int64_t i = 0; i < m_count; ++i) squares += start.row(i)[0] * start.row(i)[0];
        const double size = std::sqrt(squares / static_cast<double>(m_count));
        for (std::size_t i = 0; i < count; ++i) {
            const double* const place = start.row(static_cast<std::int64_t>(i));
            m_x[i] = size > 0 ? place[0] / size * kStartSize : 0;
            m_y[i] = size > 0 && start.dimensions > 1 ? place[1] / size * kStartSize : 0;
        }
    } else {
        Random random(settings.seed);
        for (std::size_t i = 0; i < count; ++i) {
            m_x[i] = kStartSize * random.normal();
            m_y[i] = kStartSize * random.normal();
        }
    }
    m_gradient.resize(2 * count);
    m_update.resize(2 * count);
    m_gain.assign(2 * count, 1.0);
    for (auto* const sums : {&m_attractX, &m_attractY, &m_repelX, &m_repelY}) sums->resize(count);
}

// With q' = 1 / (1 + |yᵢ − yⱼ|²) the gradient for a point is 4 Σⱼ (p − q) q' (yᵢ − yⱼ), where q = q' / Σ q'. Since Σ q'
// is known only at the end, what attracts and what repels are added up apart.
double Tsne::attractAndRepel() {
    double all = 0;
    for (std::int64_t i = 0; i < m_count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const Vector<double> x = Vector<double>{} + m_x[at], y = Vector<double>{} + m_y[at];
        const double* const shares = m_shares.data() + i * m_padded;
        Vector<double> sum{}, attractX{}, attractY{}, repelX{}, repelY{};
        for (std::int64_t j = 0; j < m_padded; j += kLanes) {
            const Vector<double> dx = x - loadVector(m_x.data() + j), dy = y - loadVector(m_y.data() + j);
            const Vector<double> near = 1.0 / (1.0 + dx * dx + dy * dy);
            const Vector<double> attract = loadVector(shares + j) * near, repel = near * near;
            sum += near;
            attractX += attract * dx;
            attractY += attract * dy;
            repelX += repel * dx;
            repelY += repel * dy;
        }
        const AddLanes add;
        // The point itself is at distance 0.
        all += combined<double>(sum, add) - 1;
        m_attractX[at] = combined<double>(attractX, add);
        m_attractY[at] = combined<double>(attractY, add);
        m_repelX[at] = combined<double>(repelX, add);
        m_repelY[at] = combined<double>(repelY, add);
    }
    return all;
}

void Tsne::step() {
    const auto count = static_cast<std::size_t>(m_count);
    const double all = std::max(attractAndRepel(), kSmallest);
    const double attraction = isExaggerating() ? m_settings.exaggeration : 1;
    const double momentum = isExaggerating() ? 0.5 : 0.8;
    const double rate =
        m_settings.rate.value_or(std::max(50.0, static_cast<double>(m_count) / m_settings.exaggeration / 4));
    for (std::size_t i = 0; i < count; ++i) {
        m_gradient[i] = 4 * (attraction * m_attractX[i] - m_repelX[i] / all);
        m_gradient[count + i] = 4 * (attraction * m_attractY[i] - m_repelY[i] / all);
    }
    // Gains and the last update begin anew with the second part, as scikit-learn has it.
    if (m_stepsDone == m_settings.exaggeratedSteps) {
        std::ranges::fill(m_update, 0.0);
        std::ranges::fill(m_gain, 1.0);
    }
    for (std::size_t i = 0; i < 2 * count; ++i) {
        // Slower where the gradient goes on in one direction, faster where it turned against the last update.
        const double gain = m_update[i] * m_gradient[i] < 0 ? m_gain[i] + 0.2 : m_gain[i] * 0.8;
        m_gain[i] = std::max(gain, kSmallestGain);
        m_update[i] = momentum * m_update[i] - rate * m_gain[i] * m_gradient[i];
        (i < count ? m_x[i] : m_y[i - count]) += m_update[i];
    }
    ++m_stepsDone;
}

Points Tsne::places() const {
    Points places(m_count, 2);
    for (std::int64_t i = 0; i < m_count; ++i) {
        places.row(i)[0] = m_x[static_cast<std::size_t>(i)];
        places.row(i)[1] = m_y[static_cast<std::size_t>(i)];
    }
    return places;
}

double Tsne::divergence() const {
    // Σ p ln(p / q) = Σ p (ln p + ln(1 + d²)) + Σ p · ln Σ 1 / (1 + d²)
    double sum = 0, all = 0, whole = 0;
    for (std::int64_t i = 0; i < m_count; ++i) {
        const double* const shares = m_shares.data() + i * m_padded;
        const double x = m_x[static_cast<std::size_t>(i)], y = m_y[static_cast<std::size_t>(i)];
        for (std::int64_t j = 0; j < m_count; ++j) {
            if (i == j) continue;
            const double dx = x - m_x[static_cast<std::size_t>(j)], dy = y - m_y[static_cast<std::size_t>(j)];
            const double far = 1 + dx * dx + dy * dy;
            all += 1 / far;
            sum += shares[j] * std::log(shares[j] * far);
            whole += shares[j];
        }
    }
    return sum + whole * std::log(all);
}

}  // namespace attentarium
