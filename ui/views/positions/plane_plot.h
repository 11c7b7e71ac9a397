#pragma once

#include "ui/session/position_figures.h"
#include "ui/views/positions/plot.h"

namespace attentarium {

/// A query and a key in the plane of two of their coordinates: as they were, dashed, and turned by their places.
class PlanePlot : public Plot {
    Q_OBJECT

  public:
    explicit PlanePlot(QWidget* parent);

    void show(const RotaryFigure& figure, const QString& title, const QString& queryWord, const QString& keyWord);
    using Plot::show;

    void paintIn(QPainter& painter, const QRectF& area) const override;
    bool isEmpty() const override { return m_figure.pairs == 0; }

    int tableRows() const override { return 2; }
    int tableColumns() const override { return 5; }
    QString rowName(int row) const override;
    QString columnName(int column) const override;
    QString cellText(int row, int column) const override;
    QRect cellRect(int row, int column) const override;
    bool isCellChosen(int row, int column) const override { return row == m_row && column == m_column; }
    void chooseCell(int row, int column) override;

  protected:
    double numberAt(int row, int column) const override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    struct Frame {
        QPointF middle;
        double unit = 1;  ///< pixels for 1
        double radius = 1;
        QPointF at(const PlaneVector& vector) const { return middle + QPointF(vector.x, -vector.y) * unit; }
    };
    Frame frameIn(const QRectF& area) const;
    void paintVector(QPainter& painter, const Frame& frame, bool isQuery) const;
    QString toldOf(int row) const;

    RotaryFigure m_figure;
    QString m_queryWord, m_keyWord;
    int m_row = -1, m_column = -1;
};

}  // namespace attentarium
