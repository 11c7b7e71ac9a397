#pragma once

#include <span>
#include <utility>
#include <vector>

#include "engine/geometry/points.h"

namespace attentarium {

/// The direction from one point to another, of length 1; all zeros where they are the same point.
std::vector<double> directionBetween(std::span<const double> from, std::span<const double> to);
/// The mean of the directions of several pairs (from, to), of length 1; all zeros where they cancel or there are none.
std::vector<double> meanDirection(const Points& points, std::span<const std::pair<int, int>> pairs);

/// How far each point lies along `direction`, which has length 1: their dot products.
std::vector<double> along(const Points& points, std::span<const double> direction);
/// The points with their part along `direction` taken away (Bolukbasi et al., 2016, “neutralise”): what is left is
/// at right angles to it.
Points withoutDirection(const Points& points, std::span<const double> direction);
/// How far each point lies along two directions: [count, 2]. They need not be at right angles.
Points alongTwo(const Points& points, std::span<const double> across, std::span<const double> up);

}  // namespace attentarium
