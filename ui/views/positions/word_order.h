#pragma once

#include <QWidget>
#include <vector>

#include "ui/views/accessible_parts.h"

namespace attentarium {

/// Words in an order that can be changed: drag one, or choose it with the arrow keys and move it with Ctrl and an
/// arrow.
class WordOrder : public QWidget, public AccessibleItems {
    Q_OBJECT

  public:
    explicit WordOrder(QWidget* parent);

    /// `order` says which of `words` stands at each place.
    void show(const QStringList& words, const std::vector<int>& order);
    using QWidget::show;
    /// The chips, from `corner` on, without what is chosen.
    void paintIn(QPainter& painter, const QPointF& corner) const;
    QRect rectOf(int place) const { return m_rects[static_cast<std::size_t>(place)]; }

    int itemCount() const override { return static_cast<int>(m_order.size()); }
    QString itemName(int item) const override;
    QRect itemRect(int item) const override { return rectOf(item); }
    bool isItemChosen(int item) const override { return item == m_chosen; }
    bool isItemFocused(int item) const override { return hasFocus() && item == m_chosen; }
    void pressItem(int item) override;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  Q_SIGNALS:
    void moved(int from, int to);

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    /// Where the chips stand; their height together.
    int layOut(int width, std::vector<QRect>* rects) const;
    int placeAt(const QPoint& point) const;
    void paintChip(QPainter& painter, int place, const QColor& line, double width, Qt::PenStyle dash) const;

    QStringList m_words;
    std::vector<int> m_order;
    std::vector<QRect> m_rects;
    int m_chosen = 0;
    int m_dragged = -1, m_over = -1;
};

}  // namespace attentarium
