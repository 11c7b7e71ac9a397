#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <vector>

namespace attentarium {

/// A label beside its point.
struct PlacedLabel {
    int point = 0;
    QRectF rect;
};

/// The places around a point where a label may stand, the best first.
std::vector<QRectF> placesBeside(QPointF point, QSizeF label, double gap);

/// Labels beside points such that none covers another, and points only where there is no other room: those that come
/// first in `order` have their way, and what finds no room at any side of its point is left out. `sizes` are those of
/// the labels, by point.
std::vector<PlacedLabel> placedLabels(const std::vector<QPointF>& points, const std::vector<QSizeF>& sizes,
                                      const std::vector<int>& order, double gap);

}  // namespace attentarium
