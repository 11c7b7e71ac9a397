// The stage's view from level to level: the picture that opens, keys, and headers that stay.

#include <QCursor>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <algorithm>
#include <cmath>

#include "ui/explain/theme.h"
#include "ui/views/stage/matrix_item.h"
#include "ui/views/stage/stage_picture.h"

namespace attentarium {
namespace {

constexpr int kOpeningTime = 200;  ///< milliseconds

}  // namespace

std::optional<QPointF> StagePicture::placeOfMouse() const {
    const QPoint mouse = viewport()->mapFromGlobal(QCursor::pos());
    return viewport()->rect().contains(mouse) && underMouse() ? std::optional(mapToScene(mouse)) : std::nullopt;
}

void StagePicture::goDeeper(bool atMouse) {
    if (!m_scene.goDeeper(atMouse ? placeOfMouse() : std::nullopt)) return;
    m_zoom = 1;
    m_sinceLevel.restart();
    applyScale();
    showCurrent();
}

void StagePicture::goUp() {
    if (!m_scene.goUp()) return;
    m_zoom = 1;
    m_sinceLevel.restart();
    applyScale();
    showCurrent();
}

void StagePicture::beginOpening(const QRectF& from, bool deeper) {
    m_opening.stop();
    m_before = {};
    const bool wanted = m_animated && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (!wanted || !isVisible() || window()->testAttribute(Qt::WA_DontShowOnScreen)) return;
    m_before = viewport()->grab();
    m_openingDeeper = deeper;
    m_openingFrom = mapFromScene(from).boundingRect() & viewport()->rect();
    if (m_openingFrom.isEmpty()) m_openingFrom = viewport()->rect();
    m_opening.setStartValue(0.0);
    m_opening.setEndValue(1.0);
    m_opening.setDuration(kOpeningTime);
    m_opening.setEasingCurve(QEasingCurve::OutCubic);
    m_opening.start();
}

void StagePicture::drawOpening(QPainter& painter) const {
    if (m_before.isNull() || m_opening.state() != QAbstractAnimation::Running) return;
    const qreal share = m_opening.currentValue().toReal();
    const QRectF whole = viewport()->rect();
    painter.save();
    painter.resetTransform();
    painter.setOpacity(1 - share);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    if (m_openingDeeper) {
        // What was clicked grows until it fills the view, and what stood around it goes.
        const auto between = [&](qreal a, qreal b) { return a + (b - a) * share; };
        const QRectF part(
            QPointF(between(whole.left(), m_openingFrom.left()), between(whole.top(), m_openingFrom.top())),
            QPointF(between(whole.right(), m_openingFrom.right()), between(whole.bottom(), m_openingFrom.bottom())));
        const qreal ratio = m_before.devicePixelRatio();
        painter.drawPixmap(whole, m_before, QRectF(part.topLeft() * ratio, part.size() * ratio));
    } else {
        const qreal size = 1 - 0.3 * share;
        const QRectF smaller(whole.center() - QPointF(whole.width(), whole.height()) * size / 2, whole.size() * size);
        painter.drawPixmap(smaller, m_before, QRectF(m_before.rect()));
    }
    painter.restore();
}

void StagePicture::drawForeground(QPainter* painter, const QRectF&) {
    if (m_scene.level() == StageLevel::Cells && m_scene.hasTrace()) drawHeaders(*painter);
    drawOpening(*painter);
}

void StagePicture::drawHeaders(QPainter& painter) const {
    const std::vector<MatrixItem*> all = m_scene.matrices();
    if (all.empty() || all.front()->content().window.isEmpty()) return;
    const MatrixItem& item = *all.front();
    const MatrixContent& content = item.content();
    if (content.presence == Presence::Pending) return;
    const StageFonts& fonts = m_scene.fonts();
    const QRectF seen = mapToScene(viewport()->rect()).boundingRect();
    const QRectF cells(item.pos(), item.cellsSize());
    const QSizeF cell = item.cellRect({}).size();
    const qreal width = m_scene.rowHeaderWidth(content) + 8, height = fonts.smallLine + 8;
    const qreal left = std::max(cells.left() - width, seen.left()), top = std::max(cells.top() - height, seen.top());
    const auto place = [&](qreal from, qreal step, int count) {
        return std::clamp(static_cast<int>(std::floor(from / step)), 0, count - 1);
    };
    const QFontMetricsF metrics(fonts.small);
    const QColor behind = theme().stage;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(left, top, width, std::min(cells.bottom(), seen.bottom()) - top), behind);
    painter.fillRect(QRectF(left, top, std::min(cells.right(), seen.right()) - left, height - 2), behind);
    painter.setPen(theme().line);
    painter.drawLine(QPointF(left + width - 2, top + height),
                     QPointF(left + width - 2, std::min(cells.bottom(), seen.bottom())));
    const int firstRow = place(top + height - cells.top(), cell.height(), content.window.rows);
    const int lastRow = place(seen.bottom() - cells.top(), cell.height(), content.window.rows);
    for (int row = firstRow; row <= lastRow; ++row) {
        const qreal middle = cells.top() + (row + 0.5) * cell.height();
        if (middle < top + height) continue;
        const bool bold = row == content.boldRow || (content.selected && content.selected->row == row);
        painter.setFont(bold ? fonts.smallBold : fonts.small);
        painter.setPen(bold ? theme().ink : theme().mutedInk);
        const QString text = m_scene.rowHeader(content, row);
        painter.drawText(QPointF(left + width - 8 - widthOf(painter.font(), text), middle + metrics.capHeight() / 2),
                         text);
    }
    const int firstColumn = place(left + width - cells.left(), cell.width(), content.window.columns);
    const int lastColumn = place(seen.right() - cells.left(), cell.width(), content.window.columns);
    for (int column = firstColumn; column <= lastColumn; ++column) {
        const qreal right = cells.left() + (column + 1) * cell.width() - 5;
        const bool bold = column == content.boldColumn || (content.selected && content.selected->column == column);
        painter.setFont(bold ? fonts.smallBold : fonts.small);
        painter.setPen(bold ? theme().ink : theme().mutedInk);
        const QString text = m_scene.columnHeader(content, column);
        const qreal begin = right - widthOf(painter.font(), text);
        if (begin < left + width - 4) continue;
        painter.drawText(QPointF(begin, top + fonts.smallLine), text);
    }
}

void StagePicture::scrollContentsBy(int dx, int dy) {
    QGraphicsView::scrollContentsBy(dx, dy);
    Q_EMIT viewChanged();
}

void StagePicture::keyPressEvent(QKeyEvent* event) {
    QGraphicsView::keyPressEvent(event);
    if (event->isAccepted() || event->modifiers() != Qt::NoModifier) return;
    switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            goDeeper(false);
            event->accept();
            break;
        case Qt::Key_Escape:
        case Qt::Key_Backspace:
            goUp();
            event->accept();
            break;
        default:
            break;
    }
}

}  // namespace attentarium
