#pragma once

#include <QColor>
#include <QGraphicsObject>
#include <QImage>

#include "ui/views/stage/matrix_content.h"
#include "ui/views/stage/stage_fonts.h"

namespace attentarium {

/// What a card shows at one step.
struct CardContent {
    QString title;
    QString detail;             ///< a line below: a number, a word, the time steps
    QImage picture;             ///< a pixel a cell, or a few; null where there is nothing yet
    std::vector<QImage> heads;  ///< of attention, below the picture
    QStringList headSigns;      ///< what was done to each of them; empty where nothing was
    QString number;             ///< of a tensor that is one number: written large
    Presence presence = Presence::Shown;
    QColor colour;  ///< of the frame while it is current
    QString name;   ///< the whole, for a screen reader and as a tooltip
    QString key;    ///< what the pictures were made of, so that they are made anew only when that changed
};

/// A part of the model or one tensor, small, that leads to itself.
class CardItem : public QGraphicsObject {
    Q_OBJECT

  public:
    CardItem(const StageFonts& fonts, const QSizeF& size, QGraphicsItem* parent = nullptr);

    void setContent(CardContent content);
    const CardContent& content() const { return m_content; }
    QSizeF size() const { return m_size; }

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
    /// The number in the largest letters that fit; false where there is no room.
    bool paintNumber(QPainter& painter, const QRectF& room) const;
    /// What was done to a head, on its picture.
    void paintSign(QPainter& painter, const QRectF& head, const QString& sign) const;
    void paintPictures(QPainter& painter, QRectF room) const;

    StageFonts m_fonts;
    QSizeF m_size;
    CardContent m_content;
    bool m_hovered = false;
};

}  // namespace attentarium
