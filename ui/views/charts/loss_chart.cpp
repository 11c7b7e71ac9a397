#include "ui/views/charts/loss_chart.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QBoxLayout>
#include <QChartView>
#include <QKeyEvent>
#include <QLineSeries>
#include <QToolTip>
#include <QValueAxis>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/explain/theme.h"
#include "ui/session/session.h"
#include "ui/views/change_words.h"
#include "ui/views/charts/chart_look.h"

namespace attentarium {

LossChart::LossChart(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    m_bars = new QBarSeries;
    m_bars->setBarWidth(kBarWidth);
    m_mean = new QLineSeries;
    auto* const chart = new QChart;
    chart->addSeries(m_bars);
    chart->addSeries(m_mean);
    m_words = new QBarCategoryAxis;
    m_places = new QValueAxis;
    m_sizes = new QValueAxis;
    chart->addAxis(m_words, Qt::AlignBottom);
    // The mean goes from edge to edge, which an axis of words does not reach.
    chart->addAxis(m_places, Qt::AlignTop);
    chart->addAxis(m_sizes, Qt::AlignLeft);
    m_bars->attachAxis(m_words);
    m_bars->attachAxis(m_sizes);
    m_mean->attachAxis(m_places);
    m_mean->attachAxis(m_sizes);
    m_places->setRange(0, 1);
    m_places->setVisible(false);
    m_words->setGridLineVisible(false);
    m_words->setLabelsVisible(false);
    m_sizes->setLabelFormat(QStringLiteral("%.1f"));
    m_view = new NamedBarsView(chart, NamedBarsView::Side::Bottom, this);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    setFocusPolicy(Qt::StrongFocus);

    connect(m_bars, &QAbstractBarSeries::clicked, this, [this](int bar) { select(bar); });
    connect(m_bars, &QAbstractBarSeries::hovered, this, [this](bool over, int bar) {
        if (over) QToolTip::showText(QCursor::pos(), m_labels.value(bar), this);
    });
    connect(&session, &Session::traceChanged, this, &LossChart::showLosses);
    connect(&session, &Session::selectionChanged, this, &LossChart::showSelection);
    connect(&session, &Session::referenceChanged, this, &LossChart::showLosses);
    showLosses();
}

QSize LossChart::sizeHint() const {
    return {fontMetrics().height() * 16, fontMetrics().height() * 14};
}

void LossChart::showLosses() {
    QChart& chart = *m_view->chart();
    dressChart(chart, font());
    dressAxis(*m_words, font());
    dressAxis(*m_sizes, font());
    m_bars->clear();
    m_mean->clear();
    m_words->clear();
    m_losses.clear();
    m_labels.clear();
    m_names.clear();
    m_view->setNames({});
    m_view->setBefore({});
    setAccessibleName(tr("Loss of each word"));
    const Trace* const trace = m_session.trace().get();
    const bool inPairs = trace && !trace->text().rows.empty();
    const auto node = trace && !inPairs ? trace->find(Site::TokenLosses) : std::nullopt;
    m_tokens.clear();
    m_words->setVisible(node.has_value());
    m_sizes->setVisible(node.has_value());
    if (!node) {
        const QString why =
            !trace    ? tr("No sentence has run yet")
            : inPairs ? tr("Each pair of neighbours has a loss of its own; the picture of the loss shows them.")
                      : tr("One word has no next word, so no loss");
        chart.setTitle(inLines(why, chart.titleFont(), sizeHint().width() - 40));
        setAccessibleDescription(why);
        return;
    }
    const auto values = trace->values(*node);
    const auto before = comparedNumbers(m_session.reference().get(), *trace, *node, Quantity::Value);
    m_bars->setBarWidth(before.empty() ? kBarWidth : kBarWidthWithin);
    std::vector<double> reached;
    auto* const set = new QBarSet(QString());
    set->setColor(theme().loss);
    set->setBorderColor(Qt::transparent);
    set->setSelectedColor(theme().accent);
    const QStringList& words = m_session.tracedWords();
    QStringList categories;
    double most = 0.1;
    // Only words that something is known of have a loss: the last one's next word is not.
    for (std::size_t i = 0; i < values.size(); ++i) {
        const int target = m_session.targetOf(static_cast<int>(i));
        if (target < 0) continue;
        const auto loss = static_cast<double>(values[i]);
        m_tokens.push_back(static_cast<int>(i));
        m_losses.push_back(loss);
        *set << loss;
        most = std::max(most, loss);
        if (!before.empty()) {
            reached.push_back(static_cast<double>(before[i]));
            most = std::max(most, reached.back());
        }
        const QString came = m_session.wordOf(target);
        const QString& word = words[static_cast<qsizetype>(i)];
        categories.append(QString::number(i));
        m_names.append(came);
        const NumberChange change = numberChange(before.empty() ? loss : reached.back(), loss);
        m_labels.append(trace->text().inPlace ? tr("“%1”: loss %2").arg(came, change.after)
                                              : tr("“%1” after “%2”: loss %3").arg(came, word, change.after));
        //: behind the loss of a word
        if (!before.empty()) m_labels.back() += tr(", before %1, change %2").arg(change.before, change.difference);
    }
    m_bars->append(set);
    m_words->setCategories(categories);
    m_sizes->setRange(0, most);
    m_sizes->setTickCount(5);
    m_sizes->applyNiceNumbers();
    const double mean = std::accumulate(m_losses.begin(), m_losses.end(), 0.0) / static_cast<double>(m_losses.size());
    m_mean->append(0, mean);
    m_mean->append(1, mean);
    m_mean->setPen(QPen(theme().ink, 2, Qt::DashLine));
    const double was = before.empty()
                           ? mean
                           : std::accumulate(reached.begin(), reached.end(), 0.0) / static_cast<double>(reached.size());
    const NumberChange change = numberChange(was, mean);
    //: the dashed line in the chart is the mean of its bars
    QString title = tr("Loss of each word, mean %1 (dashed)").arg(change.after);
    const int room = std::min(width(), sizeHint().width()) - fontMetrics().height() * 2;
    QString heading = before.empty() ? title.toHtmlEscaped() : inLines(title, chart.titleFont(), room);
    if (!before.empty()) {
        const QString then =
            tr("%1: mean %2, change %3 (hatched)").arg(referenceWords(m_session), change.before, change.difference);
        heading += QStringLiteral("<br>") + inLines(then, chart.titleFont(), room);
        title += QStringLiteral(", ") + then;
        for (double& one : reached) one /= m_sizes->max();
        m_view->setBefore(reached);
    }
    chart.setTitle(heading);
    setAccessibleDescription(title + QStringLiteral(": ") + m_labels.join(QStringLiteral(", ")));
    showSelection();
}

void LossChart::showSelection() {
    if (m_losses.empty()) return;
    QBarSet& set = *m_bars->barSets()[0];
    set.deselectAllBars();
    const int bar = chosenBar();
    if (bar >= 0) set.selectBar(bar);
    m_view->setNames(m_names, bar);
}

int LossChart::chosenBar() const {
    const auto found = std::ranges::find(m_tokens, m_session.selection().token);
    return found == m_tokens.end() ? -1 : static_cast<int>(found - m_tokens.begin());
}

QPoint LossChart::centreOfBar(int bar) const {
    const QPointF at(bar, m_losses[static_cast<std::size_t>(bar)] / 2);
    return m_view->mapFromScene(m_view->chart()->mapToScene(m_view->chart()->mapToPosition(at, m_bars)));
}

void LossChart::select(int bar) {
    if (bar < 0 || bar >= static_cast<int>(m_losses.size())) return;
    m_session.selectCell(*m_session.trace()->find(Site::TokenLosses), Quantity::Value,
                         m_tokens[static_cast<std::size_t>(bar)]);
    QToolTip::showText(mapToGlobal(centreOfBar(bar)), m_labels[bar], this);
}

void LossChart::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_losses.size()) - 1;
    switch (event->key()) {
        case Qt::Key_Left:
            select(std::clamp(chosenBar() - 1, 0, last));
            return;
        case Qt::Key_Right:
            select(std::clamp(chosenBar() + 1, 0, last));
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

bool LossChart::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void LossChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // Its title is cut into lines by the width.
    if (m_session.reference()) showLosses();
}

void LossChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::FontChange) {
        showLosses();
    }
    QWidget::changeEvent(event);
}

}  // namespace attentarium
