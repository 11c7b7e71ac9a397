#include "ui/views/training_charts/training_charts.h"

#include <QBoxLayout>
#include <QEvent>
#include <algorithm>
#include <cmath>

#include "ui/session/session.h"
#include "ui/session/training.h"
#include "ui/views/training_charts/chart_board.h"
#include "ui/views/training_charts/now_card.h"
#include "ui/views/training_charts/run_comparison.h"

namespace attentarium {
namespace {

// In lines of type: from here on there is room for a card beside the charts.
constexpr int kWide = 48;

}  // namespace

TrainingCharts::TrainingCharts(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_nowPage(new NowCard(session)),
      m_nowBeside(new NowCard(session, this)),
      m_board(new ChartBoard(m_nowPage, this)) {
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_board, 1);
    row->addWidget(m_nowBeside);
    Training& training = session.training();
    for (const auto signal : {&Training::runsChanged, &Training::currentChanged, &Training::progressed,
                              &Training::comparedChanged, &Training::momentShown}) {
        connect(&training, signal, this, &TrainingCharts::showRuns);
    }
    connect(m_board, &ChartBoard::stepChosen, this, &TrainingCharts::showMomentAt);
    showRuns();
}

void TrainingCharts::showRuns() {
    const Training& training = m_session.training();
    ChartsContent content;
    if (const RunEntry* const current = training.current()) {
        content.runs.push_back({current->number, &current->history});
        content.problem = current->problem;
        if (training.shownMoment()) content.shownStep = static_cast<double>(training.shownStep());
        QStringList differences;
        for (const int number : training.compared()) {
            const RunEntry* const other = training.find(number);
            if (!other || other == current) continue;
            content.runs.push_back({number, &other->history});
            differences.append(comparisonText({current->number, current->setup, current->history},
                                              {number, other->setup, other->history}));
        }
        content.difference = differences.join(QLatin1Char('\n'));
    }
    m_board->show(content);
}

void TrainingCharts::showMomentAt(double step) {
    Training& training = m_session.training();
    const RunEntry* const current = training.current();
    if (!current || current->timeline.moments().empty()) return;
    const auto moments = current->timeline.moments();
    const auto nearest = std::ranges::min_element(
        moments, {}, [step](const auto& moment) { return std::abs(static_cast<double>(moment->step) - step); });
    training.showMoment(static_cast<int>(nearest - moments.begin()));
}

void TrainingCharts::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool wide = width() >= kWide * fontMetrics().height();
    m_nowBeside->setVisible(wide);
    m_board->setNowPage(!wide);
}

void TrainingCharts::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showRuns();
}

void TrainingCharts::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) showRuns();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
