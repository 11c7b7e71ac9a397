#pragma once

#include <QGraphicsObject>
#include <QImage>

#include "ui/views/stage/stage_fonts.h"

namespace attentarium {

/// A head's attention as a small picture; a click makes it the chosen head.
class HeadItem : public QGraphicsObject {
    Q_OBJECT

  public:
    HeadItem(const StageFonts& fonts, int head, qreal side, QGraphicsItem* parent = nullptr);

    int head() const { return m_head; }
    QString text() const;
    bool isChosen() const { return m_chosen; }
    /// Null while it is not computed.
    void setImage(const QImage& image);
    void setChosen(bool chosen);
    /// What was done to the head: words with signs, and the signs alone where words have no room.
    void setRemark(const QString& remark, const QString& signs);

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

  Q_SIGNALS:
    void activated();

  protected:
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    QString shownRemark() const;

    StageFonts m_fonts;
    int m_head;
    qreal m_side;
    QImage m_image;
    QString m_remark, m_signs;
    bool m_chosen = false;
};

}  // namespace attentarium
