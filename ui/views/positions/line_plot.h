#pragma once

#include <QColor>
#include <QPointF>
#include <functional>
#include <optional>
#include <vector>

#include "ui/views/positions/plot.h"

namespace attentarium {

enum class PlotMarker { None, Circle, Square, Triangle, Diamond, Cross };

/// A line over places or distances.
struct PlottedLine {
    QString name;  ///< written at its end; empty: nameless
    QColor colour;
    Qt::PenStyle dash = Qt::SolidLine;
    PlotMarker marker = PlotMarker::None;
    double width = 2;
    std::vector<QPointF> points;  ///< from left to right
};

struct PlottedLines {
    QString title, acrossTitle, upTitle;
    std::vector<PlottedLine> lines;
    std::vector<std::pair<double, QString>> marks;  ///< places on the axis across, with what they are
    std::optional<double> bottom, top;              ///< of the axis up; else what the lines need
    /// What is said of all lines at a place across.
    std::function<QString(double across)> tell;
};

/// Lines with axes, read at one place at a time.
class LinePlot : public Plot {
    Q_OBJECT

  public:
    explicit LinePlot(QWidget* parent);

    void show(PlottedLines lines);
    using Plot::show;
    const PlottedLines& lines() const { return m_lines; }
    /// Marks a place across that was chosen elsewhere.
    void readAt(std::optional<double> across);
    /// Where a point of a line is, in the widget's own places.
    QPointF placeOf(const QPointF& point) const;

    void paintIn(QPainter& painter, const QRectF& area) const override;
    bool isEmpty() const override;

    int tableRows() const override { return static_cast<int>(m_lines.lines.size()); }
    int tableColumns() const override { return static_cast<int>(m_places.size()); }
    QString rowName(int row) const override;
    QString columnName(int column) const override;
    QString cellText(int row, int column) const override;
    QRect cellRect(int row, int column) const override;
    bool isCellChosen(int row, int column) const override;
    void chooseCell(int row, int column) override;

  Q_SIGNALS:
    void chosen(double across);

  protected:
    double numberAt(int row, int column) const override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintMarks(QPainter& painter) const override;

  private:
    struct Frame {
        QRectF body;
        double left = 0, right = 1, bottom = 0, top = 1;
        QPointF at(const QPointF& point) const;
    };
    Frame frameIn(const QRectF& area) const;
    Frame frame() const;
    void paintAxes(QPainter& painter, const Frame& frame) const;
    void paintNames(QPainter& painter, const Frame& frame, const QRectF& area) const;
    std::optional<double> nearest(const QPointF& place) const;
    std::optional<QPointF> pointAt(const PlottedLine& line, double across) const;
    void read(std::optional<double> across);

    PlottedLines m_lines;
    std::vector<double> m_places;  ///< across, of all lines together
    std::optional<double> m_read;
};

}  // namespace attentarium
