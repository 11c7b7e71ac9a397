#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QString>
#include <QWidget>
#include <functional>
#include <vector>

namespace attentarium::test {

/// A piece of text as something painted it.
struct PaintedText {
    QString text;
    QFont font;
    QRectF ink;   ///< where its letters are, in the coordinates of what was painted
    QRectF clip;  ///< what of that could be seen
    QColor colour;
    bool upright;  ///< neither turned nor slanted
};

/// Everything that `paint` writes on `size` pixels, whichever class writes it.
std::vector<PaintedText> textsPainted(const QSize& size, const std::function<void(QPainter&)>& paint);

/// What the widget itself writes, without the widgets in it.
std::vector<PaintedText> textsPainted(QWidget& widget);

}  // namespace attentarium::test
