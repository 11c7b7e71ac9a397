#include "ui/workspaces/training_page.h"

#include <QApplication>
#include <QFocusEvent>
#include <QPainter>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <map>
#include <set>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/session/session.h"
#include "ui/session/training.h"
#include "ui/views/training_charts/time_machine.h"
#include "ui/views/training_charts/training_charts.h"
#include "ui/views/training_setup/run_bar.h"
#include "ui/views/training_setup/runs_view.h"
#include "ui/views/training_setup/setup_form.h"

namespace attentarium {

TrainingPage::TrainingPage(Session& session, QWidget* parent)
    : QWidget(parent),
      m_training(session.training()),
      m_bar(new RunBar(session, this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_sides(new QTabBar),
      m_side(new QStackedWidget),
      m_form(new SetupForm(session)),
      m_runs(new RunsView(session)),
      m_scroll(new QScrollArea),
      m_picture(new QWidget),
      m_charts(new TrainingCharts(session)),
      m_machine(new TimeMachine(session)) {
    setFocusPolicy(Qt::ClickFocus);
    auto* const left = new QWidget;
    auto* const leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    m_sides->setDrawBase(false);
    m_sides->setExpanding(false);
    m_sides->addTab({});
    m_sides->addTab({});
    leftColumn->addWidget(m_sides);
    leftColumn->addWidget(m_side, 1);
    m_side->addWidget(m_form);
    m_side->addWidget(m_runs);

    auto* const pictures = new QVBoxLayout(m_picture);
    pictures->setContentsMargins(0, 0, 0, 0);
    pictures->setSpacing(0);
    pictures->addWidget(m_charts, 1);
    pictures->addWidget(m_machine);

    m_splitter->addWidget(left);
    m_scroll->setWidget(m_picture);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_picture->setAutoFillBackground(false);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_splitter->addWidget(m_scroll);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    left->setMinimumWidth(fontMetrics().height() * 16);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_splitter, 1);
    connect(m_sides, &QTabBar::currentChanged, m_side, &QStackedWidget::setCurrentIndex);
    connect(&m_training, &Training::runsChanged, this, &TrainingPage::nameSides);
    // Who comes back to a run that did not end by itself is asked about it first.
    connect(&m_training, &Training::runsChanged, this, [this, seen = std::set<int>()]() mutable {
        for (const auto& run : m_training.runs()) {
            if (run->isUnfinished && seen.insert(run->number).second) showSide(Side::Runs);
        }
    });
    // Who comes with Tab from the left sees where that leads.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && m_picture->isAncestorOf(now)) m_scroll->ensureWidgetVisible(now);
    });
    retranslate();
}

void TrainingPage::showSide(Side side) {
    m_sides->setCurrentIndex(static_cast<int>(side));
}

void TrainingPage::nameSides() {
    m_sides->setTabText(0, tr("Set up"));
    const auto runs = m_training.runs().size();
    m_sides->setTabText(1, runs == 0 ? tr("Runs") : tr("Runs (%1)").arg(runs));
}

void TrainingPage::retranslate() {
    nameSides();
    setAccessibleName(tr("Training"));
    m_scroll->setAccessibleName(tr("Charts"));
    m_sides->setAccessibleName(tr("Set up or choose a run"));
}

void TrainingPage::paint(QPainter& painter, const QRectF& target) {
    const QSizeF size = pictureSize();
    painter.save();
    painter.translate(target.topLeft());
    painter.scale(target.width() / size.width(), target.height() / size.height());
    painter.fillRect(QRectF(QPointF(), size), theme().stage);
    m_charts->render(&painter, QPoint(), QRegion(), QWidget::DrawChildren);
    painter.restore();
}

QSizeF TrainingPage::pictureSize() const {
    return m_charts->size().expandedTo(QSize(320, 240));
}

bool TrainingPage::hasNumbers() const {
    return m_training.current() != nullptr;
}

QString TrainingPage::csv() const {
    const RunEntry* const run = m_training.current();
    if (!run) return {};
    std::set<std::string> names;
    std::map<std::int64_t, const Evaluation*> measured;
    for (const Evaluation& one : run->history.evaluations) {
        measured[one.step] = &one;
        for (const auto& [name, value] : one.measures) names.insert(name);
    }
    QString text = QStringLiteral("step,loss,learning_rate,gradient_norm");
    for (const std::string& name : names) text += QLatin1Char(',') + QString::fromStdString(name);
    text += QLatin1Char('\n');
    for (const TrainingPoint& point : run->history.points) {
        QStringList cells{QString::number(point.step), fullNumber(point.loss), fullNumber(point.learningRate),
                          fullNumber(point.gradientNorm)};
        const auto found = measured.find(point.step);
        for (const std::string& name : names) {
            const bool known = found != measured.end() && found->second->measures.contains(name);
            cells.append(known ? fullNumber(found->second->measures.at(name)) : QString());
        }
        text += cells.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return text;
}

void TrainingPage::focusInEvent(QFocusEvent* event) {
    m_bar->setFocus(event->reason());
}

void TrainingPage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().window);
    painter.fillRect(m_scroll->geometry().translated(m_splitter->pos()), theme().stage);
    painter.fillRect(QRect(0, m_splitter->y() - 1, width(), 1), theme().line);
}

void TrainingPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
