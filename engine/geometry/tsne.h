#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/core/function_reference.h"
#include "engine/geometry/points.h"

namespace attentarium {

enum class TsneStart {
    Principal,  ///< the first two principal components, made very small
    Random,     ///< normal numbers, made very small
};

/// How a map is made. What is given here is what scikit-learn takes by default.
struct TsneSettings {
    double perplexity = 30;      ///< how many neighbours a point is to have, in effect
    double exaggeration = 12;    ///< by which neighbours attract each other more strongly at first
    int exaggeratedSteps = 250;  ///< with that, and with momentum 0.5 instead of 0.8
    int steps = 1000;            ///< in all
    std::optional<double> rate;  ///< none: count / exaggeration / 4, at least 50
    TsneStart start = TsneStart::Principal;
    std::uint64_t seed = 1;  ///< of a random start
};

/// The perplexities that `count` points can have: 1 and less would leave a point without a neighbour, and there are no
/// more than count − 1 of them.
struct PerplexityRange {
    double above = 1;
    double below = 0;

    bool contains(double perplexity) const { return perplexity > above && perplexity < below; }
};
PerplexityRange perplexityRange(std::int64_t count);

/// For each pair of points the probability that they are neighbours, p [count, count], symmetric with sum 1: Gaussians
/// around each point, as wide as `perplexity` needs, found by bisection to 1e-5 of the entropy. Throws `Error` with
/// OptionOutOfRange for a perplexity that cannot be. Where `isStopped` says so it ends early, with rows of zeros.
Points neighbourShares(const Points& points, double perplexity, FunctionReference<bool()> isStopped);

/// A map of points on which neighbours stay neighbours: t-SNE, exact (van der Maaten and Hinton, Journal of Machine
/// Learning Research 9, 2008), by gradient descent with momentum and a gain for each coordinate. Step by step, so that
/// one can watch it; the same settings give the same map.
class Tsne {
  public:
    /// `shares` as made by `neighbourShares` of the same points.
    Tsne(const Points& points, const Points& shares, const TsneSettings& settings);

    void step();
    int stepsDone() const { return m_stepsDone; }
    bool isDone() const { return m_stepsDone >= m_settings.steps; }
    bool isExaggerating() const { return m_stepsDone < m_settings.exaggeratedSteps; }

    /// Where the points are now: [count, 2].
    Points places() const;
    /// The Kullback–Leibler divergence Σ p ln(p / q) of the map from the neighbours, in nats: how much of who is whose
    /// neighbour the map gets wrong. Always that of the true p, without exaggeration.
    double divergence() const;

  private:
    /// Σ over all pairs of 1 / (1 + distance²), with which q is made a probability.
    double attractAndRepel();

    TsneSettings m_settings;
    std::int64_t m_count, m_padded;
    std::vector<double> m_shares;                      ///< p [count, padded]
    std::vector<double> m_x, m_y;                      ///< places [padded], those beyond the last far away
    std::vector<double> m_gradient, m_update, m_gain;  ///< [2 · count], x before y
    std::vector<double> m_attractX, m_attractY, m_repelX, m_repelY;  ///< [count]
    int m_stepsDone = 0;
};

}  // namespace attentarium
