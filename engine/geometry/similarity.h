#pragma once

#include <span>
#include <vector>

#include "engine/geometry/points.h"

namespace attentarium {

double dot(std::span<const double> a, std::span<const double> b);
/// √(a · a)
double length(std::span<const double> a);
/// a · b / (|a| |b|), in [−1, 1]; 0 where one of them has no length and so no direction.
double cosine(std::span<const double> a, std::span<const double> b);

/// A point and how much it points in the direction that was asked about.
struct Neighbour {
    int point = 0;
    double cosine = 0;

    bool operator==(const Neighbour&) const = default;
};

/// The `count` points with the largest cosine to `to`, largest first, the earlier of equals first; those in `without`
/// are left out.
std::vector<Neighbour> nearest(const Points& points, std::span<const double> to, int count,
                               std::span<const int> without = {});

/// a − b + c, where the answer to “a is to b as ? is to c” lies if the difference of two words has a meaning
/// (Mikolov et al., 2013b): with “woman” − “man” + “king” one looks for “queen”.
std::vector<double> analogyPoint(const Points& points, int a, int b, int c);
/// The points nearest to `analogyPoint` by cosine, without the three.
std::vector<Neighbour> analogy(const Points& points, int a, int b, int c, int count);

}  // namespace attentarium
