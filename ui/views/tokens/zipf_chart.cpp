#include "ui/views/tokens/zipf_chart.h"

#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QLegend>
#include <QLogValueAxis>
#include <QScatterSeries>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/explain/theme.h"

namespace attentarium {
namespace {

constexpr int kPoints = 160;
/// Where the axes begin, so that the first word and the rare ones are not cut in half.
constexpr double kLeast = 0.8;

/// Up to the next power of ten.
double decadeAbove(double value) {
    return std::pow(10, std::ceil(std::log10(std::max(value, 2.0))));
}

}  // namespace

ZipfChart::ZipfChart(QWidget* parent)
    : QWidget(parent),
      m_view(new QChartView(new QChart, this)),
      m_points(new QScatterSeries(this)),
      m_ranks(new QLogValueAxis(this)),
      m_counts(new QLogValueAxis(this)) {
    QChart& chart = *m_view->chart();
    chart.legend()->hide();
    chart.setBackgroundRoundness(0);
    chart.setMargins({2, 2, 8, 2});
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setMinimumSize(1, 1);
    m_points->setMarkerSize(5);
    m_points->setPen(Qt::NoPen);
    chart.addSeries(m_points);
    for (QLogValueAxis* const axis : {m_ranks, m_counts}) {
        axis->setBase(10);
        axis->setLabelFormat(QStringLiteral("%.0f"));
        axis->setMinorTickCount(-1);
    }
    chart.addAxis(m_ranks, Qt::AlignBottom);
    chart.addAxis(m_counts, Qt::AlignLeft);
    m_points->attachAxis(m_ranks);
    m_points->attachAxis(m_counts);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    dress();
    retranslate();
}

void ZipfChart::show(const CorpusFigures& figures) {
    // As many ranks between 1 and 10 as between 1,000 and 10,000; all of them would be drawn upon each other.
    QList<QPointF> points;
    const auto all = static_cast<double>(figures.counts.size());
    std::size_t before = 0;
    for (int i = 0; i < kPoints && all > 0; ++i) {
        const auto rank = static_cast<std::size_t>(std::lround(std::pow(all, i / (kPoints - 1.0))));
        if (rank == before) continue;
        before = rank;
        points.append(QPointF(static_cast<double>(rank), static_cast<double>(figures.counts[rank - 1])));
    }
    m_points->replace(points);
    m_ranks->setRange(kLeast, decadeAbove(all));
    m_counts->setRange(kLeast, decadeAbove(figures.counts.empty() ? 10 : static_cast<double>(figures.counts.front())));
}

int ZipfChart::pointCount() const {
    return static_cast<int>(m_points->count());
}

void ZipfChart::dress() {
    QChart& chart = *m_view->chart();
    chart.setBackgroundBrush(theme().stage);
    QFont bold = font();
    bold.setBold(true);
    chart.setTitleFont(bold);
    chart.setTitleBrush(theme().ink);
    m_view->setBackgroundBrush(theme().stage);
    m_points->setColor(theme().forward);
    for (QLogValueAxis* const axis : {m_ranks, m_counts}) {
        axis->setLabelsFont(font());
        axis->setLabelsColor(theme().ink);
        axis->setTitleFont(font());
        axis->setTitleBrush(theme().mutedInk);
        axis->setGridLineColor(theme().line);
        axis->setMinorGridLineVisible(false);
        axis->setLinePenColor(theme().line);
    }
}

void ZipfChart::retranslate() {
    m_view->chart()->setTitle(tr("Zipf's law: rank against frequency"));
    //: on an axis: the most frequent word has rank 1
    m_ranks->setTitleText(tr("rank"));
    m_counts->setTitleText(tr("how often"));
    setToolTip(tr(
        "Each point is a word. In most texts the points lie near a line that falls as fast as it goes right: the word "
        "of rank r is about r times as rare as the first."));
    m_view->setAccessibleName(m_view->chart()->title());
}

void ZipfChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) dress();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
