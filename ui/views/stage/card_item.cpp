#include "ui/views/stage/card_item.h"

#include <QCursor>
#include <QGraphicsSceneMouseEvent>
#include <QKeyEvent>
#include <QPaintEngine>
#include <QPainter>
#include <algorithm>

#include "ui/explain/colour_map.h"
#include "ui/explain/theme.h"

namespace attentarium {
namespace {

constexpr qreal kInset = 6;

/// Cells stay sharp, also in files whose viewers smooth what they enlarge.
void drawCells(QPainter& painter, const QRectF& place, const QImage& cells) {
    const bool raster = painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(place, raster ? cells : cells.scaled(cells.size() * std::max(1, 512 / cells.width())));
}

}  // namespace

CardItem::CardItem(const StageFonts& fonts, const QSizeF& size, QGraphicsItem* parent)
    : QGraphicsObject(parent), m_fonts(fonts), m_size(size) {
    setFlag(ItemIsFocusable);
    setAcceptHoverEvents(true);
    setCursor(Qt::PointingHandCursor);
}

void CardItem::setContent(CardContent content) {
    m_content = std::move(content);
    if (toolTip() != m_content.name) setToolTip(m_content.name);
    update();
}

QRectF CardItem::boundingRect() const {
    return QRectF(QPointF(), m_size).adjusted(-6, -6, 6, 6);
}

void CardItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(QPointF(), m_size).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool current = m_content.presence == Presence::Current;
    const bool pending = m_content.presence == Presence::Pending;
    const QColor plain = m_hovered ? theme().mutedInk : theme().line;
    painter->setPen(
        QPen(current ? m_content.colour : plain, current ? 2.5 : 1, pending ? Qt::DashLine : Qt::SolidLine));
    painter->setBrush(current ? faded(m_content.colour, theme().panel, 0.9) : theme().panel);
    painter->drawRoundedRect(box, 6, 6);
    const bool quiet = pending || m_content.presence == Presence::Dimmed;
    painter->setPen(quiet ? theme().mutedInk : theme().ink);
    const QFont& font = current ? m_fonts.smallBold : m_fonts.small;
    painter->setFont(font);
    const qreal width = box.width() - 2 * kInset;
    const auto line = [&](const QString& text, qreal y) {
        painter->drawText(QPointF(kInset, y), QFontMetricsF(painter->font()).elidedText(text, Qt::ElideRight, width));
    };
    qreal y = kInset + m_fonts.smallLine * 0.8;
    line(m_content.title, y);
    if (!m_content.detail.isEmpty() && m_size.height() > m_fonts.smallLine * 3 && m_size.width() > m_fonts.line * 5.5) {
        y += m_fonts.smallLine;
        painter->setFont(m_fonts.small);
        painter->setPen(theme().mutedInk);
        line(m_content.detail, y);
    }
    paintPictures(*painter, {kInset, y + 6, width, box.bottom() - kInset - y - 6});
    if (!hasFocus()) return;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(theme().accent, 1.5, Qt::DotLine));
    painter->drawRoundedRect(box.adjusted(-3, -3, 3, 3), 8, 8);
}

void CardItem::paintPictures(QPainter& painter, QRectF room) const {
    if (m_content.picture.isNull() || room.height() < 4) return;
    const auto heads = static_cast<qreal>(m_content.heads.size());
    const qreal side = heads > 0 ? std::min((room.width() - (heads - 1) * 3) / heads, room.height() * 0.5) : 0;
    if (side >= 7) {
        qreal x = room.left();
        for (const QImage& head : m_content.heads) {
            drawCells(painter, {x, room.bottom() - side, side, side}, head);
            x += side + 3;
        }
        room.setBottom(room.bottom() - side - 5);
    }
    drawCells(painter, room, m_content.picture);
}

void CardItem::mousePressEvent(QGraphicsSceneMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    Q_EMIT activated();
}

void CardItem::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter && event->key() != Qt::Key_Space) {
        event->ignore();
        return;
    }
    Q_EMIT activated();
}

void CardItem::hoverEnterEvent(QGraphicsSceneHoverEvent*) {
    m_hovered = true;
    update();
}

void CardItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*) {
    m_hovered = false;
    update();
}

void CardItem::focusInEvent(QFocusEvent*) {
    update();
}

void CardItem::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace attentarium
