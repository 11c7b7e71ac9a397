#pragma once

#include <QFont>
#include <QString>

class QAbstractAxis;
class QAbstractSeries;
class QChart;
class QLogValueAxis;
class QValueAxis;

namespace attentarium {

/// What an axis of values shows.
enum class ValueKind {
    Number,
    Share,  ///< from 0 to 1, written as percentages
};

/// The two axes of a chart over steps, each in a plain and a logarithmic make.
class CurveAxes {
  public:
    CurveAxes(QChart& chart, ValueKind kind);

    void setLogarithmic(bool steps, bool values);
    bool hasLogSteps() const { return m_logSteps; }
    bool hasLogValues() const { return m_logValues; }
    /// Between which steps and values the chart reaches; of a logarithmic axis both must be above zero.
    /// `ticks`: about how many there is room for beside the values.
    void setRanges(int stepTicks, int ticks, double firstStep, double lastStep, double least, double most);
    void attach(QAbstractSeries& series);
    void dress(const QFont& font, const QString& steps, const QString& values);

  private:
    QAbstractAxis* steps() const;
    QAbstractAxis* values() const;

    QChart& m_chart;
    ValueKind m_kind;
    QValueAxis* m_plainSteps;
    QValueAxis* m_plainValues;
    QLogValueAxis* m_stepPowers;
    QLogValueAxis* m_valuePowers;
    bool m_logSteps = false;
    bool m_logValues = false;
};

}  // namespace attentarium
