#pragma once

#include <QImage>
#include <functional>
#include <optional>
#include <vector>

#include "ui/views/positions/plot.h"

namespace attentarium {

/// A matrix as it is to be shown.
struct PlottedMatrix {
    QString title;
    QStringList rowNames, columnNames;  ///< one for each row and column
    std::vector<float> numbers;         ///< row by row
    std::vector<char> hidden;           ///< of each cell; empty: none is
    bool isShare = false;               ///< from 0 to 1; else signed
    double limit = 0;                   ///< of the colours of signed numbers; 0: the largest there is
    bool isSquare = false;              ///< whether cells are as high as they are wide
    bool hasScale = true;               ///< whether the colours are explained below
    bool hasWordsAbove = false;         ///< columns are words, and may stand on their side
    std::function<QString(int row, int column)> tell;

    int columns() const { return static_cast<int>(columnNames.size()); }
    int rows() const { return static_cast<int>(rowNames.size()); }
    bool isHidden(int row, int column) const;
    float at(int row, int column) const;
};

/// A heatmap with names on its sides. Where there is room, the numbers stand in their cells.
class MatrixPlot : public Plot {
    Q_OBJECT

  public:
    explicit MatrixPlot(QWidget* parent);

    void show(PlottedMatrix matrix);
    using Plot::show;
    const PlottedMatrix& matrix() const { return m_matrix; }
    /// Outlines a whole row or column, or a cell; −1 for neither.
    void mark(int row, int column);

    void paintIn(QPainter& painter, const QRectF& area) const override;
    bool isEmpty() const override { return m_matrix.numbers.empty(); }

    int tableRows() const override { return m_matrix.rows(); }
    int tableColumns() const override { return m_matrix.columns(); }
    QString rowName(int row) const override { return m_matrix.rowNames.value(row); }
    QString columnName(int column) const override { return m_matrix.columnNames.value(column); }
    QString cellText(int row, int column) const override;
    QRect cellRect(int row, int column) const override;
    bool isCellChosen(int row, int column) const override { return row == m_row && column == m_column; }
    void chooseCell(int row, int column) override;

  Q_SIGNALS:
    /// By a click, the arrow keys or a screen reader.
    void chosen(int row, int column);

  protected:
    double numberAt(int row, int column) const override { return static_cast<double>(m_matrix.at(row, column)); }
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintMarks(QPainter& painter) const override;
    void forget() override { m_image = {}; }

  private:
    struct Frame {
        QRectF body;
        double width = 1, height = 1;  ///< of a cell
        bool isUpright = true;         ///< the names above can be read from left to right
    };
    Frame frameIn(const QRectF& area) const;
    Frame frame() const;
    std::optional<QPoint> cellAt(const QPointF& place) const;
    bool hasNumbersIn(const Frame& frame) const;
    void paintNames(QPainter& painter, const Frame& frame, const QRectF& area) const;
    void paintNumbers(QPainter& painter, const Frame& frame) const;
    void paintScale(QPainter& painter, const Frame& frame) const;
    double limit() const;

    PlottedMatrix m_matrix;
    mutable QImage m_image;
    int m_row = -1, m_column = -1;  ///< the cell that was chosen last
    int m_markedRow = -1, m_markedColumn = -1;
    std::optional<QPoint> m_hovered;
};

}  // namespace attentarium
