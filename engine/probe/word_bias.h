#pragma once

#include <span>
#include <utility>
#include <vector>

#include "engine/geometry/points.h"

namespace attentarium {

/// A direction in which words lean that should not, as pairs of words define it (Bolukbasi et al., 2016, “Man is to
/// computer programmer as woman is to homemaker?”). All vectors are first made of length 1, as there.
struct BiasDirection {
    /// Of length 1, the first words of the pairs on its positive side; all zeros where the pairs have no difference.
    std::vector<double> direction;
    double share = 0;  ///< of what tells the pairs apart that lies along it, from 0 to 1
};

/// Section 6, step 1, with one dimension: the direction in which the words of the pairs lie furthest from the middle of
/// their pair, the first singular vector of those differences.
BiasDirection biasDirection(const Points& points, std::span<const std::pair<int, int>> pairs);

/// How words lean, before and after their part along the direction is removed.
struct Lean {
    std::vector<double> along;     ///< cosine of each word with the direction
    std::vector<double> nearness;  ///< mean cosine with the first words of the pairs, less that with the second ones
    double mean = 0;               ///< of the sizes of `along`: the direct bias of section 5.2, with c = 1
};
Lean leanOf(const Points& points, std::span<const std::pair<int, int>> pairs, std::span<const int> words,
            const BiasDirection& bias);

/// Hard debiasing of `words` (section 6, step 2a, “neutralise”): w := (w − w_B) / ‖w − w_B‖, where w_B is the part of w
/// along the direction. All other points are only made of length 1.
Points neutralised(const Points& points, std::span<const int> words, const BiasDirection& bias);

/// Pearson's, of two lists of the same length; 0 where one of them does not vary.
double correlation(std::span<const double> a, std::span<const double> b);

}  // namespace attentarium
