#pragma once

#include <QChartView>
#include <optional>
#include <vector>

#include "ui/views/training_charts/curve.h"
#include "ui/views/training_charts/curve_axes.h"

class QLineSeries;

namespace attentarium {

/// Lines over the steps of a run, each with its name at its end. The pointer, or the arrow keys, read their values at a
/// step; Enter or a double click chooses that step.
class CurveChart : public QChartView {
    Q_OBJECT

  public:
    explicit CurveChart(ValueKind kind, QWidget* parent = nullptr);

    /// The words on the two axes.
    void setTitles(const QString& steps, const QString& values);
    /// What is shown from now on; also after a change of theme or type.
    void show(std::vector<Curve> curves, std::vector<StepMark> marks);
    void setLogarithmic(bool steps, bool values);

    const std::vector<Curve>& curves() const { return m_curves; }
    const std::vector<StepMark>& marks() const { return m_marks; }
    /// How many points are drawn of a curve.
    int drawnPoints(int curve) const;

    /// The step whose values are read; none while nobody asks.
    std::optional<double> readStep() const { return m_readStep; }
    void readAt(std::optional<double> step);
    /// "step 240: loss 2.31, held-out loss 2.40 (measured at step 200)"; empty while nobody asks.
    QString reading() const { return m_readStep ? readingAt(*m_readStep) : QString(); }
    QString readingAt(double step) const;
    double lastStep() const;
    /// As it is written beside the axis: a number, or a percentage.
    QString valueText(double value) const;
    /// Where a value of a curve stands, in the widget's own places.
    QPointF placeOf(const QPointF& stepAndValue) const;

    QSize sizeHint() const override;
    /// Low enough for a small window, and not so low that its lines could not be told apart.
    QSize minimumSizeHint() const override { return {1, fontMetrics().height() * 9}; }

  Q_SIGNALS:
    void readingChanged();
    void stepChosen(double step);

  protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    void draw();
    void dressAxes();
    void reserveRoom();
    double stepAt(const QPointF& place) const;
    /// Goes `places` of the drawn points on from the step that is read.
    void move(int places);
    std::vector<double> drawnSteps() const;

    ValueKind m_kind;
    CurveAxes m_axes;
    QString m_stepsTitle, m_valuesTitle;
    std::vector<Curve> m_curves;
    std::vector<Curve> m_drawn;  ///< the same with fewer points
    std::vector<StepMark> m_marks;
    std::vector<QLineSeries*> m_series;
    std::optional<double> m_readStep;
};

}  // namespace attentarium
