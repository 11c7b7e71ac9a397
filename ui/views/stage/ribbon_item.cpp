#include "ui/views/stage/ribbon_item.h"

#include <QPainter>

namespace attentarium {

RibbonItem::RibbonItem(const QPainterPath& path, Var from, Var to, const QColor& colour)
    : m_path(path), m_from(from), m_to(to), m_ownColour(colour), m_colour(colour) {
    setZValue(-1);
    setAcceptedMouseButtons(Qt::NoButton);
}

QPainterPath RibbonItem::curve(QPointF from, QPointF to) {
    QPainterPath path(from);
    const qreal middle = (from.x() + to.x()) / 2;
    path.cubicTo({middle, from.y()}, {middle, to.y()}, to);
    return path;
}

void RibbonItem::setActive(bool active, const QColor& colour) {
    m_active = active;
    m_colour = active ? colour : m_ownColour;
    update();
}

QRectF RibbonItem::boundingRect() const {
    return m_path.boundingRect().adjusted(-4, -4, 4, 4);
}

void RibbonItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing);
    QColor colour = m_colour;
    colour.setAlphaF(m_active ? 0.95 : 0.4);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(colour, m_active ? 3 : 2, Qt::SolidLine, Qt::RoundCap));
    painter->drawPath(m_path);
}

}  // namespace attentarium
