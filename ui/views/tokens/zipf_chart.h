#pragma once

#include <QWidget>

#include "ui/session/corpus_figures.h"

class QChartView;
class QLogValueAxis;
class QScatterSeries;

namespace attentarium {

/// Rank against frequency of all words, both axes logarithmic (Zipf, 1949): in most texts nearly a straight line.
class ZipfChart : public QWidget {
    Q_OBJECT

  public:
    explicit ZipfChart(QWidget* parent = nullptr);

    void show(const CorpusFigures& figures);
    using QWidget::show;
    int pointCount() const;
    QSize sizeHint() const override { return {320, 240}; }

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void dress();
    void retranslate();

    QChartView* m_view;
    QScatterSeries* m_points;
    QLogValueAxis *m_ranks, *m_counts;
};

}  // namespace attentarium
