#pragma once

#include <QColor>
#include <QGraphicsObject>

#include "ui/views/stage/stage_fonts.h"

namespace attentarium {

/// A rounded box with a word in it that leads somewhere: a part of the model, or one of the stages of attention.
class BoxItem : public QGraphicsObject {
    Q_OBJECT

  public:
    enum class Shape { Box, Pill };

    BoxItem(const StageFonts& fonts, const QString& text, const QSizeF& size, Shape shape,
            QGraphicsItem* parent = nullptr);

    QString text() const { return m_text; }
    /// Whether what it leads to is what the stage shows; then it is outlined in `colour`.
    void setOpen(bool open, const QColor& colour);
    bool isOpen() const { return m_open; }

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

  Q_SIGNALS:
    void activated();

  protected:
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    StageFonts m_fonts;
    QString m_text;
    QSizeF m_size;
    Shape m_shape;
    bool m_open = false;
    bool m_hovered = false;
    QColor m_colour;
};

}  // namespace attentarium
