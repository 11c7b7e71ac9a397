#pragma once

#include <QWidget>

#include "ui/views/accessible_parts.h"
#include "ui/views/unrolled/unrolled_picture.h"

namespace attentarium {

/// The drawing of a layer over the words. Pointing tells a number's formula, a click chooses the number. To the
/// keyboard and to a screen reader it is a table: vectors by words, with the number of the unit that is looked at.
class UnrolledCanvas : public QWidget, public AccessibleTable {
    Q_OBJECT

  public:
    explicit UnrolledCanvas(QWidget* parent = nullptr);

    void show(UnrolledPicture picture);
    using QWidget::show;
    const UnrolledPicture& picture() const { return m_picture; }
    const UnrolledPlan& plan() const { return m_plan; }
    /// What the drawing may fill before it is to be scrolled.
    void setRoom(QSizeF room);
    void zoomBy(double factor);
    void zoomToFit();

    // AccessibleTable.
    int tableRows() const override { return static_cast<int>(m_picture.rows.size()); }
    int tableColumns() const override { return m_picture.steps(); }
    QString rowName(int row) const override { return titleOfRow(m_picture, row); }
    QString columnName(int column) const override { return m_picture.words.value(column); }
    QString cellText(int row, int column) const override;
    QRect cellRect(int row, int column) const override;
    bool isCellChosen(int row, int column) const override;
    void chooseCell(int row, int column) override;

    QSize sizeHint() const override { return m_plan.size.toSize(); }
    QSize minimumSizeHint() const override { return sizeHint(); }

  Q_SIGNALS:
    void chosen(const attentarium::UnrolledPlace& place);
    /// Where the pointer is; what is chosen when it is nowhere.
    void hovered();
    /// The keyboard has come here.
    void reached(const QRect& place);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    void layOut();
    std::optional<UnrolledPlace> placeAt(QPointF at) const;
    void hover(std::optional<UnrolledPlace> place);
    void move(int rows, int times, int units);

    UnrolledPicture m_picture;
    UnrolledPlan m_plan;
    QSizeF m_room{700, 360};
    double m_cell = 0;  ///< 0: fits
};

}  // namespace attentarium
