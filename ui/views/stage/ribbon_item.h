#pragma once

#include <QColor>
#include <QGraphicsItem>
#include <QPainterPath>

#include "engine/tape/var.h"

namespace attentarium {

/// A soft line along which one tensor flows into another.
class RibbonItem : public QGraphicsItem {
  public:
    RibbonItem(const QPainterPath& path, Var from, Var to, const QColor& colour);

    Var from() const { return m_from; }
    Var to() const { return m_to; }
    /// Whether the step is about this flow; then it is drawn strongly, in `colour`.
    void setActive(bool active, const QColor& colour);

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

    /// A curve that leaves and arrives level.
    static QPainterPath curve(QPointF from, QPointF to);

  private:
    QPainterPath m_path;
    Var m_from, m_to;
    QColor m_ownColour;
    QColor m_colour;
    bool m_active = false;
};

}  // namespace attentarium
