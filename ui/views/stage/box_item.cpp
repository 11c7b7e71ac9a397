#include "ui/views/stage/box_item.h"

#include <QCursor>
#include <QGraphicsSceneMouseEvent>
#include <QKeyEvent>
#include <QPainter>

#include "ui/explain/colour_map.h"
#include "ui/explain/theme.h"

namespace attentarium {

BoxItem::BoxItem(const StageFonts& fonts, const QString& text, const QSizeF& size, Shape shape, QGraphicsItem* parent)
    : QGraphicsObject(parent), m_fonts(fonts), m_text(text), m_size(size), m_shape(shape), m_colour(theme().accent) {
    setFlag(ItemIsFocusable);
    setAcceptHoverEvents(true);
    setCursor(Qt::PointingHandCursor);
}

void BoxItem::setOpen(bool open, const QColor& colour) {
    m_open = open;
    m_colour = colour;
    update();
}

QRectF BoxItem::boundingRect() const {
    return QRectF(QPointF(), m_size).adjusted(-5, -5, 5, 5);
}

void BoxItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(QPointF(), m_size).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = m_shape == Shape::Pill ? box.height() / 2 : 6;
    painter->setPen(QPen(m_open ? m_colour : m_hovered ? theme().mutedInk : theme().line, m_open ? 2 : 1));
    painter->setBrush(m_open ? faded(m_colour, theme().panel, 0.88) : theme().panel);
    painter->drawRoundedRect(box, radius, radius);
    painter->setFont(m_open ? m_fonts.smallBold : m_fonts.small);
    painter->setPen(m_open ? theme().ink : theme().mutedInk);
    painter->drawText(box, Qt::AlignCenter, m_text);
    if (!hasFocus()) return;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(theme().accent, 1.5, Qt::DotLine));
    painter->drawRoundedRect(box.adjusted(-3, -3, 3, 3), radius + 2, radius + 2);
}

void BoxItem::mousePressEvent(QGraphicsSceneMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    Q_EMIT activated();
}

void BoxItem::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter && event->key() != Qt::Key_Space) {
        event->ignore();
        return;
    }
    Q_EMIT activated();
}

void BoxItem::hoverEnterEvent(QGraphicsSceneHoverEvent*) {
    m_hovered = true;
    update();
}

void BoxItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*) {
    m_hovered = false;
    update();
}

void BoxItem::focusInEvent(QFocusEvent*) {
    update();
}

void BoxItem::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace attentarium
