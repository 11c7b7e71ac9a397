#include "ui/views/chart_dress.h"

#include <QAbstractAxis>
#include <QChart>
#include <QChartView>
#include <QLegend>

#include "ui/explain/theme.h"

namespace attentarium {

void dressChart(QChart& chart, const QFont& font) {
    QFont title = font;
    title.setBold(true);
    chart.setTitleFont(title);
    chart.setTitleBrush(theme().ink);
    chart.setBackgroundBrush(theme().window);
}

void dressAxis(QAbstractAxis& axis, const QFont& font) {
    axis.setLabelsFont(font);
    axis.setLabelsColor(theme().ink);
    axis.setTitleFont(font);
    axis.setTitleBrush(theme().mutedInk);
    axis.setGridLineColor(theme().line);
    axis.setLinePenColor(theme().line);
}

void prepareView(QChartView& view) {
    view.chart()->legend()->hide();
    view.chart()->setBackgroundRoundness(0);
    view.chart()->setAnimationOptions(QChart::NoAnimation);
    view.setRenderHint(QPainter::Antialiasing);
    view.setFrameShape(QFrame::NoFrame);
}

}  // namespace attentarium
