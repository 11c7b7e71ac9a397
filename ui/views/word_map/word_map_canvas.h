#pragma once

#include <QWidget>

#include "ui/views/accessible_parts.h"
#include "ui/views/word_map/word_map_picture.h"

namespace attentarium {

/// The map to look at: drag it, turn the wheel over it, point at a word, click it, or draw a lasso with Shift held.
class WordMapCanvas : public QWidget, public AccessibleItems {
    Q_OBJECT

  public:
    explicit WordMapCanvas(QWidget* parent = nullptr);

    WordMapPicture& picture() { return m_picture; }
    const WordMapPicture& picture() const { return m_picture; }
    std::optional<int> hovered() const { return m_hovered; }
    void setMap(const std::shared_ptr<const WordMap>& map);
    void setMarks(const MapMarks& marks);
    void zoom(double factor);
    void fit();

    int itemCount() const override;
    QString itemName(int item) const override;
    QRect itemRect(int item) const override;
    bool isItemChosen(int item) const override;
    bool isItemFocused(int item) const override { return isItemChosen(item); }
    void pressItem(int item) override { Q_EMIT chosen(item); }

    QSize minimumSizeHint() const override { return {240, 150}; }

  Q_SIGNALS:
    void wordHovered(std::optional<int> word);
    void chosen(int word);
    void cleared();
    void caught(const std::vector<int>& words);

  protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void hover(std::optional<int> word);

    WordMapPicture m_picture;
    std::optional<int> m_hovered;
    std::optional<QPointF> m_pressed;
    QPointF m_last;
    bool m_isDragging = false;
    QPolygonF m_lasso;
};

}  // namespace attentarium
