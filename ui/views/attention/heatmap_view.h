#pragma once

#include <QAbstractScrollArea>

#include "ui/views/accessible_parts.h"
#include "ui/views/attention/attention_reading.h"
#include "ui/views/attention/heatmap_painting.h"

namespace attentarium {

/// One matrix of attention, large: to be moved, enlarged, read cell by cell, chosen from and copied.
class HeatmapView : public QAbstractScrollArea, public AccessibleTable {
    Q_OBJECT

  public:
    explicit HeatmapView(AttentionChoices& choices, QWidget* parent = nullptr);

    const AttentionPicture& picture() const { return m_picture; }
    double cellSide() const { return m_cell; }
    void zoomBy(double factor);
    void zoomToFit();
    /// What was chosen with the words on the sides, or else the whole: a line for each row, words as headers.
    QString copiedText() const;
    /// The rows and columns that are chosen.
    const HeatmapRange& range() const { return m_range; }

    // For a screen reader.
    int tableRows() const override { return m_picture.numbers.rowCount(); }
    int tableColumns() const override { return m_picture.numbers.columns; }
    QString rowName(int row) const override { return m_picture.rowWords.value(row); }
    QString columnName(int column) const override { return m_picture.columnWords.value(column); }
    QString cellText(int row, int column) const override;
    QRect cellRect(int row, int column) const override;
    bool isCellChosen(int row, int column) const override { return m_range.contains(row, column); }
    void chooseCell(int row, int column) override;

  Q_SIGNALS:
    /// What is under the pointer, or chosen, in words.
    void told(const QString& sentence);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    void refresh();
    void fitHeaders();
    void setCell(double cell, QPointF anchor);
    double fittingCell() const;
    void layOut();
    QPointF origin() const;
    void choose(const HeatmapRange& range);
    void moveChoice(int rows, int columns, bool extend);
    void reveal(int row, int column);
    void tell(std::optional<HeatmapPlace> place);

    AttentionChoices& m_choices;
    AttentionPicture m_picture;
    WordWidths m_widths;
    HeatmapLook m_look;
    QImage m_image;
    double m_cell = 0;
    bool m_fits = true;  ///< the whole is shown, whatever the room
    HeatmapRange m_range;
    std::optional<HeatmapPlace> m_hovered;
    std::optional<QPoint> m_pressed;  ///< where a drag may have begun
    QPoint m_scrolledFrom;
    bool m_dragging = false;
};

}  // namespace attentarium
