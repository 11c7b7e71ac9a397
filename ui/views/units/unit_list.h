#pragma once

#include <QWidget>

#include "ui/views/accessible_parts.h"

namespace attentarium {

class UnitStudy;

/// All units of one kind, best first: each with its number, its value along the beginning of the text, and its score.
/// Arrows move from one to the next and choose it.
class UnitList : public QWidget, public AccessibleItems {
    Q_OBJECT

  public:
    explicit UnitList(UnitStudy& study, QWidget* parent = nullptr);

    /// The first rows that fit, for a file.
    void paintInto(QPainter& painter, const QRectF& area) const;

    // AccessibleItems.
    int itemCount() const override;
    QString itemName(int item) const override;
    QRect itemRect(int item) const override;
    bool isItemChosen(int item) const override;
    bool isItemFocused(int item) const override { return hasFocus() && isItemChosen(item); }
    void pressItem(int item) override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  Q_SIGNALS:
    /// The keyboard has come to a row.
    void reached(const QRect& place);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

  private:
    int rowHeight() const;
    int chosenRow() const;
    void paintRow(QPainter& painter, int row, const QRectF& area) const;

    UnitStudy& m_study;
};

}  // namespace attentarium
