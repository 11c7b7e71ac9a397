// Two quantities in one cell, the value above and the gradient below; printed cells; and what has little room.

#include <QPainter>
#include <algorithm>

#include "ui/explain/colour_map.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/stage/matrix_item.h"

namespace attentarium {

QRectF MatrixItem::halfOf(const QRectF& cell, bool lower) const {
    const qreal half = cell.height() / 2;
    return {cell.left(), cell.top() + (lower ? half : 0), cell.width(), half};
}

QRgb MatrixItem::secondColourAt(int row, int column, QRgb none) const {
    const auto number = m_content.secondAt(row, column);
    return number ? dimmed(diverging(*number, m_content.second->limit)) : none;
}

void MatrixItem::paintSecondHalf(QPainter& painter, CellPlace place, const QRectF& cell) const {
    const QRectF half = halfOf(cell, true);
    const QRgb none = theme().stage.rgb();
    painter.fillRect(half, QColor::fromRgb(secondColourAt(place.row, place.column, none)));
    if (m_content.secondAt(place.row, place.column)) return;
    // Not there yet: strokes that lean the other way than those of a mask.
    painter.setPen(QPen(theme().line, 1));
    const qreal inset = std::min(half.width(), half.height()) * 0.25;
    painter.drawLine(half.topLeft() + QPointF(inset, inset), half.bottomRight() - QPointF(inset, inset));
    painter.setPen(Qt::NoPen);
}

void MatrixItem::paintBands(QPainter& painter, int width, int height) const {
    const CellWindow& window = m_content.window;
    const int bands = std::clamp(height / 2, 1, window.rows);
    QImage image(width, 2 * bands, QImage::Format_RGB32);
    const QRgb none = theme().stage.rgb();
    for (int band = 0; band < bands; ++band) {
        auto* values = reinterpret_cast<QRgb*>(image.scanLine(2 * band));
        auto* gradients = reinterpret_cast<QRgb*>(image.scanLine(2 * band + 1));
        const int top = band * window.rows / bands, bottom = (band + 1) * window.rows / bands;
        for (int x = 0; x < width; ++x) {
            const auto left = static_cast<int>(std::int64_t{x} * window.columns / width);
            const auto right = static_cast<int>(std::int64_t{x + 1} * window.columns / width);
            const CellPlace value = largestIn(top, bottom, left, right);
            const CellPlace gradient = largestIn(top, bottom, left, right, true);
            values[x] = colourAt(value.row, value.column);
            gradients[x] = secondColourAt(gradient.row, gradient.column, none);
        }
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(QRectF(QPointF(), cellsSize()), image);
}

void MatrixItem::paintSecondScale(QPainter& painter, qreal y, qreal height) const {
    const QFontMetricsF metrics(m_fonts.tiny);
    painter.setFont(m_fonts.tiny);
    painter.setPen(theme().mutedInk);
    const bool there = !m_content.second->pending && !m_content.second->numbers.empty();
    //: Below a matrix whose cells show values above and gradients below: the scale of the lower halves.
    const QString sign = tr("below ∂");
    const QString range = there ? QStringLiteral("±") + shortNumber(m_content.second->limit)
                          : m_content.second->numbers.empty() ? tr("no gradient")
                                                              : tr("no gradient yet");
    const qreal left = metrics.horizontalAdvance(sign) + 5;
    painter.drawText(QPointF(0, y + height), sign);
    if (!there) {
        painter.drawText(QPointF(left, y + height), range);
        return;
    }
    constexpr qreal kRamp = 24;
    painter.drawText(QPointF(left + kRamp + 4, y + height), range);
    constexpr int kSteps = 24;
    QImage ramp(kSteps + 1, 1, QImage::Format_RGB32);
    for (int i = 0; i <= kSteps; ++i) ramp.setPixel(i, 0, diverging(2.0 * i / kSteps - 1, 1));
    painter.drawImage(QRectF(left, y, kRamp, height), ramp);
}

void MatrixItem::paintBriefScale(QPainter& painter, qreal y, qreal height) const {
    const QFontMetricsF metrics(m_fonts.tiny);
    const bool signedScale = m_content.scale == ColourScale::Diverging;
    const QString range = (signedScale ? QStringLiteral("±") : QStringLiteral("0–")) + shortNumber(m_content.limit);
    const qreal length =
        std::clamp(titleRoom() - metrics.horizontalAdvance(range) - 6, 12.0, std::max(12.0, cellsSize().width() * 0.5));
    paintRamp(painter, {0, y, length, height});
    painter.setFont(m_fonts.tiny);
    painter.setPen(theme().mutedInk);
    painter.drawText(QPointF(length + 4, y + height), range);
}

void MatrixItem::paintPrinted(QPainter& painter) const {
    const QFontMetricsF metrics(m_fonts.small);
    painter.setFont(m_fonts.small);
    const auto write = [&](double number, const QRectF& cell, QRgb background) {
        const QString text = shortNumber(number);
        painter.setPen(m_content.presence == Presence::Dimmed ? theme().ink : QColor(inkOn(background)));
        painter.drawText(
            QPointF(cell.right() - metrics.horizontalAdvance(text) - 5, cell.center().y() + metrics.capHeight() / 2),
            text);
    };
    for (int row = m_inView.top(); row <= m_inView.bottom(); ++row) {
        if (m_content.isPending(row)) continue;
        for (int column = m_inView.left(); column <= m_inView.right(); ++column) {
            if (m_content.isHidden(row, column)) continue;
            const QRectF cell = cellRect({row, column});
            write(m_content.numberAt(row, column), m_content.second ? halfOf(cell, false) : cell,
                  colourAt(row, column));
            if (const auto second = m_content.secondAt(row, column)) {
                write(*second, halfOf(cell, true), secondColourAt(row, column, 0));
            }
        }
    }
}

}  // namespace attentarium
