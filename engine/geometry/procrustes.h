#pragma once

#include <vector>

#include "engine/geometry/points.h"

namespace attentarium {

/// What lays one space on another: move, turn (or mirror) and enlarge, which keeps all angles.
struct Procrustes {
    std::vector<double> fromMean;  ///< [dimensions from]
    std::vector<double> toMean;    ///< [dimensions to]
    Points turn;                   ///< [dimensions from, dimensions to], orthogonal
    double scale = 1;
    double left = 0;  ///< share of the variance of `to` that the alignment does not reach, from 0 to 1
};

/// The one that brings each row of `from` as near as can be to the same row of `to`, by least squares (Schönemann,
/// 1966; with a scale, Gower, 1975). The two may have different dimensions: the narrower one lies in a part of the
/// wider. Throws `LogicError` unless both have the same number of points, at least one.
Procrustes procrustes(const Points& from, const Points& to);
/// Any points of the first space in the second.
Points aligned(const Procrustes& alignment, const Points& points);

}  // namespace attentarium
