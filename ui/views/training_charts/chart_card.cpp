#include "ui/views/training_charts/chart_card.h"

#include <QBoxLayout>
#include <QLabel>
#include <algorithm>

#include "ui/explain/numbers.h"

namespace attentarium {

ChartCard::ChartCard(ValueKind kind, QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_nothing(new QLabel(this)),
      m_chart(new CurveChart(kind, this)),
      m_reading(new QLabel(this)) {
    QFont bold;
    bold.setBold(true);
    m_title->setFont(bold);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setObjectName(QStringLiteral("nothing"));
    m_reading->setObjectName(QStringLiteral("reading"));
    m_reading->setTextFormat(Qt::PlainText);
    m_reading->setWordWrap(true);
    m_title->setWordWrap(true);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_chart, 1);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_reading);
    connect(m_chart, &CurveChart::readingChanged, this, &ChartCard::showReading);
    show({}, {});
}

void ChartCard::setWords(const QString& title, const QString& stepsTitle, const QString& valuesTitle,
                         const QString& none) {
    m_title->setText(title);
    m_chart->setAccessibleName(title);
    m_chart->setTitles(stepsTitle, valuesTitle);
    m_none = none;
    m_nothing->setText(none);
}

void ChartCard::show(std::vector<Curve> curves, std::vector<StepMark> marks) {
    const bool any = std::ranges::any_of(curves, [](const Curve& curve) { return !curve.points.empty(); });
    m_chart->setVisible(any);
    m_reading->setVisible(any);
    m_nothing->setVisible(!any);
    m_chart->show(std::move(curves), std::move(marks));
}

QString ChartCard::summary() const {
    QStringList parts;
    for (const Curve& curve : m_chart->curves()) {
        if (!curve.isNamed || curve.points.empty()) continue;
        const QPointF& first = curve.points.front();
        const QPointF& last = curve.points.back();
        //: a line of a chart in words: name, value and step at its begin, value and step at its end
        parts.append(tr("%1: %2 at step %3, %4 at step %5")
                         .arg(curve.name, m_chart->valueText(first.y()), QString::number(first.x()),
                              m_chart->valueText(last.y()), QString::number(last.x())));
    }
    for (const StepMark& mark : m_chart->marks()) {
        //: something that happened at a step of a run
        if (!mark.text.isEmpty()) parts.append(tr("at step %1: %2").arg(mark.step).arg(mark.text));
    }
    return parts.join(tr("; "));
}

QString ChartCard::reading() const {
    if (m_chart->readStep()) return m_chart->reading();
    return m_chart->readingAt(m_chart->lastStep());
}

void ChartCard::showReading() {
    if (m_chart->curves().empty()) return;
    m_reading->setText(reading());
    m_chart->setAccessibleDescription(m_chart->readStep() ? reading() : summary());
}

}  // namespace attentarium
