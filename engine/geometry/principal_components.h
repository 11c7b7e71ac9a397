#pragma once

#include <vector>

#include "engine/geometry/points.h"

namespace attentarium {

/// The directions in which points differ most (Pearson, 1901; Hotelling, 1933): the eigenvectors of their covariance,
/// that of the largest eigenvalue first. Each has length 1, and the sign with which its largest number is positive.
struct PrincipalComponents {
    std::vector<double> mean;     ///< of the points [dimensions]
    Points axes;                  ///< [components, dimensions]
    std::vector<double> shares;   ///< of the whole variance that lies along each axis; zeros where all points are one
    std::vector<double> lengths;  ///< standard deviation along each axis, dividing by count − 1
};

/// At most `components` of them: there are no more than dimensions. Throws `LogicError` without any point.
PrincipalComponents principalComponents(const Points& points, std::int64_t components);
/// Where points lie along the axes, measured from the mean: [count, components].
Points projected(const PrincipalComponents& components, const Points& points);

}  // namespace attentarium
