#include "ui/views/training_charts/curve_axes.h"

#include <QChart>
#include <QLogValueAxis>
#include <QValueAxis>
#include <QXYSeries>
#include <algorithm>
#include <cmath>

#include "ui/views/chart_dress.h"

namespace attentarium {
namespace {

/// A round distance between about `count` ticks over `range`.
double roundInterval(double range, int count) {
    const double rough = range / count;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double step : {1.0, 2.0, 2.5, 5.0}) {
        if (step * power >= rough) return step * power;
    }
    return 10 * power;
}

void setTicks(QValueAxis& axis, int count, double least, double most) {
    axis.setRange(least, most);
    axis.setTickType(QValueAxis::TicksDynamic);
    axis.setTickAnchor(0);
    axis.setTickInterval(roundInterval(most - least, count));
}

/// Few values need powers of two, or there would hardly be a tick.
void setPowers(QLogValueAxis& axis, double least, double most) {
    // Qt Charts must not meet an empty range or a base that has no power in it.
    axis.setBase(most / least > 100 ? 10 : 2);
    axis.setRange(least, std::max(most, least * 1.01));
}

}  // namespace

CurveAxes::CurveAxes(QChart& chart, ValueKind kind)
    : m_chart(chart),
      m_kind(kind),
      m_plainSteps(new QValueAxis(&chart)),
      m_plainValues(new QValueAxis(&chart)),
      m_stepPowers(new QLogValueAxis(&chart)),
      m_valuePowers(new QLogValueAxis(&chart)) {
    m_plainSteps->setLabelFormat(QStringLiteral("%.0f"));
    m_stepPowers->setLabelFormat(QStringLiteral("%.0f"));
    m_plainValues->setLabelFormat(kind == ValueKind::Share ? QStringLiteral("%.0f %") : QStringLiteral("%g"));
    m_valuePowers->setLabelFormat(QStringLiteral("%g"));
    m_chart.addAxis(m_plainSteps, Qt::AlignBottom);
    m_chart.addAxis(m_plainValues, Qt::AlignLeft);
}

QAbstractAxis* CurveAxes::steps() const {
    return m_logSteps ? static_cast<QAbstractAxis*>(m_stepPowers) : m_plainSteps;
}

QAbstractAxis* CurveAxes::values() const {
    return m_logValues ? static_cast<QAbstractAxis*>(m_valuePowers) : m_plainValues;
}

void CurveAxes::setLogarithmic(bool logSteps, bool logValues) {
    const auto exchange = [this](QAbstractAxis* before, QAbstractAxis* after, Qt::Alignment side) {
        if (before == after) return;
        const auto all = m_chart.series();
        for (QAbstractSeries* const series : all) series->detachAxis(before);
        m_chart.removeAxis(before);
        before->setParent(&m_chart);
        m_chart.addAxis(after, side);
        for (QAbstractSeries* const series : all) series->attachAxis(after);
    };
    QAbstractAxis* const stepsBefore = steps();
    QAbstractAxis* const valuesBefore = values();
    m_logSteps = logSteps;
    m_logValues = logValues;
    // Points that an axis of powers has no place for must not meet it; whoever asked draws them anew.
    for (QAbstractSeries* const series : m_chart.series()) {
        if (auto* const points = qobject_cast<QXYSeries*>(series)) points->clear();
    }
    exchange(stepsBefore, steps(), Qt::AlignBottom);
    exchange(valuesBefore, values(), Qt::AlignLeft);
}

void CurveAxes::setRanges(int stepTicks, int ticks, double firstStep, double lastStep, double least, double most) {
    if (m_logSteps) {
        setPowers(*m_stepPowers, firstStep, lastStep);
    } else {
        setTicks(*m_plainSteps, stepTicks, firstStep, std::max(lastStep, firstStep + 1));
    }
    if (m_logValues) {
        setPowers(*m_valuePowers, least, most);
    } else {
        setTicks(*m_plainValues, ticks, least, most > least ? most : least + 1);
    }
}

void CurveAxes::attach(QAbstractSeries& series) {
    series.attachAxis(steps());
    series.attachAxis(values());
}

void CurveAxes::dress(const QFont& font, const QString& stepsTitle, const QString& valuesTitle) {
    for (QAbstractAxis* const axis : {steps(), values()}) dressAxis(*axis, font);
    steps()->setTitleText(stepsTitle);
    values()->setTitleText(valuesTitle);
}

}  // namespace attentarium
