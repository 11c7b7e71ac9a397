#pragma once

#include <QWidget>

#include "ui/views/training_charts/curve_chart.h"

class QLabel;

namespace attentarium {

/// A chart with its title above and, below, the values at the step that is read, else those of the end.
class ChartCard : public QWidget {
    Q_OBJECT

  public:
    explicit ChartCard(ValueKind kind, QWidget* parent = nullptr);

    void setWords(const QString& title, const QString& stepsTitle, const QString& valuesTitle, const QString& none);
    /// Without a point in any curve the card says that there is nothing yet.
    void show(std::vector<Curve> curves, std::vector<StepMark> marks);
    CurveChart& chart() { return *m_chart; }
    /// All lines in words: where each began and where it ended.
    QString summary() const;
    QString reading() const;

  private:
    void showReading();

    QString m_none;
    QLabel* m_title;
    QLabel* m_nothing;
    CurveChart* m_chart;
    QLabel* m_reading;
};

}  // namespace attentarium
