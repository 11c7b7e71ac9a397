#pragma once

#include <QChartView>
#include <vector>

#include "ui/views/chart_dress.h"

namespace attentarium {

/// A chart view that writes the names of bars itself: the axes of Qt Charts cut them to "…" long before they must.
class NamedBarsView : public QChartView {
    Q_OBJECT

  public:
    enum class Side { Left, Bottom };

    NamedBarsView(QChart* chart, Side side, QWidget* parent);

    /// One name for each bar, from the top or from the left; where not all fit, some are left out but `wanted` is not.
    void setNames(const QStringList& names, int wanted = -1);
    /// How far each bar reached before, as a share of its axis: a hatched outline around the bar. Empty for none.
    void setBefore(const std::vector<double>& shares);

  protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void changeEvent(QEvent* event) override;

  private:
    void reserveRoom();
    double longest() const;
    void drawBefore(QPainter& painter) const;

    Side m_side;
    QStringList m_names;
    int m_wanted = -1;
    std::vector<double> m_before;
};

/// How much of its place a bar takes, alone and where an outline of what was stands around it.
inline constexpr double kBarWidth = 0.7, kBarWidthWithin = 0.45;

/// Plain text as rich text whose lines are no wider than `width`: charts do not break their titles.
QString inLines(const QString& text, const QFont& font, int width);

}  // namespace attentarium
