#pragma once

#include <QFont>

class QAbstractAxis;
class QChart;
class QChartView;

namespace attentarium {

/// Gives a chart the colours of the theme and the widget's type.
void dressChart(QChart& chart, const QFont& font);
/// The same for an axis.
void dressAxis(QAbstractAxis& axis, const QFont& font);
/// Margins, background and smoothing that all charts share.
void prepareView(QChartView& view);

}  // namespace attentarium
