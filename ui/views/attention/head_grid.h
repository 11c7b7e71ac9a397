#pragma once

#include <QAbstractScrollArea>
#include <QImage>
#include <map>

#include "ui/views/accessible_parts.h"
#include "ui/views/attention/attention_reading.h"

namespace attentarium {

/// Every head as a small picture: a row for each layer, or in the order of what they do. One is the chosen head.
class HeadGrid : public QAbstractScrollArea, public AccessibleItems {
    Q_OBJECT

  public:
    explicit HeadGrid(AttentionChoices& choices, QWidget* parent = nullptr);

    const std::vector<HeadPlace>& places() const { return m_places; }
    /// All pictures at a scale, for a file.
    void paintAll(QPainter& painter, QPointF corner) const;
    QSizeF sizeOfAll() const;
    /// Enough for a row of heads, each large enough to be told from others.
    int comfortableWidth() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, 120}; }

    // For a screen reader.
    int itemCount() const override;
    QString itemName(int item) const override;
    QRect itemRect(int item) const override;
    bool isItemChosen(int item) const override;
    bool isItemFocused(int item) const override;
    void pressItem(int item) override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    void refresh();
    void layOut();
    QRectF box(int item) const;
    double itemHeight() const;
    int itemAt(QPoint place) const;
    const QImage& imageOf(HeadPlace place) const;
    void paintItem(QPainter& painter, int item, QPointF corner) const;
    QString captionOf(int item) const;
    int chosenItem() const;
    void moveFocus(int by);

    AttentionChoices& m_choices;
    std::vector<HeadPlace> m_places;
    mutable std::map<HeadPlace, QImage> m_images;  ///< made when they are first seen
    const Trace* m_drawn = nullptr;                ///< what the images are of
    Var m_drawnStage;
    Quantity m_drawnQuantity = Quantity::Value;
    double m_drawnThreshold = 0;
    int m_columns = 1;
    bool m_hasCaptions = false;
    double m_side = 48;
    int m_focused = 0;
};

}  // namespace attentarium
