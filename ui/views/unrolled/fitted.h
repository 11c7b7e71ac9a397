#pragma once

#include <QPainter>
#include <QRectF>
#include <algorithm>

namespace attentarium {

/// Lets a painter draw a picture of this size into `target`, in its middle and as large as it goes.
inline void fitInto(QPainter& painter, const QRectF& target, QSizeF whole) {
    const double scale = std::min(target.width() / whole.width(), target.height() / whole.height());
    painter.translate(target.center());
    painter.scale(scale, scale);
    painter.translate(-whole.width() / 2, -whole.height() / 2);
}

}  // namespace attentarium
