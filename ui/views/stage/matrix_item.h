#pragma once

#include <QGraphicsObject>
#include <QImage>

#include "ui/views/stage/matrix_content.h"
#include "ui/views/stage/stage_fonts.h"

namespace attentarium {

/// The measures of a matrix; the item's origin is the corner of its first cell.
struct MatrixLayout {
    qreal cellWidth = 10;
    qreal cellHeight = 10;
    qreal rowLabelWidth = 0;      ///< 0: no labels
    qreal columnLabelHeight = 0;  ///< 0: no labels
    bool slantedColumns = false;
    bool withSubtitle = false;  ///< whether a line below the title is kept for it
    bool withScale = true;
    bool brief = false;        ///< whether a title that is too long gives way to the letter of the formulas
    qreal titleOverhang = 12;  ///< how far a brief title may stand out
    bool printed = false;      ///< every cell with its number; only those in view are painted
};

/// One tensor on the stage, in one item: title, shape, labels, cells, scale and outlines.
class MatrixItem : public QGraphicsObject {
    Q_OBJECT

  public:
    MatrixItem(const StageFonts& fonts, const MatrixLayout& layout, QGraphicsItem* parent = nullptr);

    void setContent(MatrixContent content);
    const MatrixContent& content() const { return m_content; }
    /// The cells that a hovered or chosen cell was made of.
    void setLit(std::vector<CellPlace> lit);

    QSizeF cellsSize() const;
    QRectF cellRect(CellPlace place) const;
    /// The room above the cells for title, shape, formula and column labels.
    qreal headerHeight() const;
    std::optional<CellPlace> placeAt(QPointF position) const;

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

  Q_SIGNALS:
    void cellChosen(attentarium::CellPlace place);
    void cellHovered(attentarium::CellPlace place, QPoint screen);
    void hoverEnded();
    /// A double click, or Enter on the chosen cell: to be looked at more closely. None beside the cells.
    void opened(std::optional<attentarium::CellPlace> place);

  protected:
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) override;
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void hoverMoveEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    QRgb colourAt(int row, int column) const;
    /// Of the second quantity; `none` where it is not there yet.
    QRgb secondColourAt(int row, int column, QRgb none) const;
    QRgb dimmed(QRgb full) const;
    bool shapeBesideTitle() const;
    /// As much of the formula as has room.
    QString shownFormula() const;
    /// Of the title and the shape beside it.
    qreal titleWidth() const;
    /// A title alone over a narrow matrix is set a little smaller, so that it stays clear of its neighbours.
    QFont titleFont() const;
    /// The width that a title may have before it comes near its neighbours.
    qreal titleRoom() const;
    /// The title, or where it has no room the letter of the formulas.
    QString shownTitle() const;
    void paintHeader(QPainter& painter) const;
    void paintLabels(QPainter& painter) const;
    void paintPending(QPainter& painter) const;
    void paintCells(QPainter& painter) const;
    void paintImage(QPainter& painter) const;
    /// Bands of values and, below each, of gradients.
    void paintBands(QPainter& painter, int width, int height) const;
    /// The upper half of a cell, or the lower one.
    QRectF halfOf(const QRectF& cell, bool lower) const;
    void paintSecondHalf(QPainter& painter, CellPlace place, const QRectF& cell) const;
    CellPlace largestIn(int top, int bottom, int left, int right, bool second = false) const;
    void paintNumbers(QPainter& painter) const;
    void paintPrinted(QPainter& painter) const;
    void paintSecondScale(QPainter& painter, qreal y, qreal height) const;
    void paintOutlines(QPainter& painter) const;
    void paintScale(QPainter& painter) const;
    /// The scale below a narrow matrix, with its largest number alone.
    void paintBriefScale(QPainter& painter, qreal y, qreal height) const;
    void paintRamp(QPainter& painter, const QRectF& bar) const;
    void paintFrame(QPainter& painter) const;

    StageFonts m_fonts;
    MatrixLayout m_layout;
    MatrixContent m_content;
    std::optional<CellPlace> m_hovered;
    QRect m_inView;  ///< the columns and rows that are painted
};

}  // namespace attentarium
