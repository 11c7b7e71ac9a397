#include "ui/views/training_charts/chart_board.h"
#include "ui/views/flow_layout.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QSlider>
#include <QStackedWidget>
#include <QTabBar>
#include <algorithm>
#include <array>

#include "ui/explain/numbers.h"
#include "ui/views/training_charts/chart_card.h"
#include "ui/views/training_charts/over_fitting.h"
#include "ui/views/training_charts/samples.h"
#include "ui/views/training_charts/strips_card.h"

namespace attentarium {
namespace {

constexpr std::array kSmoothings{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
constexpr int kFirstSmoothing = 4;

QWidget* sideBySide(QWidget* left, QWidget* right, int leftShare, int rightShare) {
    auto* const page = new QWidget;
    auto* const row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(left, leftShare);
    row->addWidget(right, rightShare);
    return page;
}

bool hasPoints(const std::vector<Curve>& curves) {
    return std::ranges::any_of(curves, [](const Curve& curve) { return !curve.points.empty(); });
}

}  // namespace

ChartBoard::ChartBoard(QWidget* now, QWidget* parent)
    : QWidget(parent),
      m_tabs(new QTabBar(this)),
      m_pages(new QStackedWidget(this)),
      m_remarks(new QLabel(this)),
      m_loss(makeCard(ValueKind::Number, "loss")),
      m_besideLoss(makeCard(ValueKind::Share, "beside_loss")),
      m_knowledge(makeCard(ValueKind::Share, "knowledge")),
      m_shares(makeCard(ValueKind::Share, "shares")),
      m_rate(makeCard(ValueKind::Number, "rate")),
      m_gradients(makeCard(ValueKind::Number, "gradients")),
      m_weights(new StripsCard(Strips::Numbers::Weights, this)),
      m_activations(new StripsCard(Strips::Numbers::Activations, this)),
      m_samples(new Samples(this)),
      m_smoothingName(new QLabel(this)),
      m_smoothing(new QSlider(Qt::Horizontal, this)),
      m_smoothed(new QLabel(this)),
      m_logSteps(new QCheckBox(this)),
      m_logValues(new QCheckBox(this)) {
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setObjectName(QStringLiteral("pages"));
    m_remarks->setWordWrap(true);
    m_remarks->setTextFormat(Qt::PlainText);
    m_remarks->setObjectName(QStringLiteral("remarks"));
    m_remarks->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addPages(now);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->setSpacing(4);
    column->addWidget(m_tabs);
    column->addWidget(m_remarks);
    column->addWidget(m_pages, 1);
    column->addLayout(controls());
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int page) {
        m_pages->setCurrentIndex(page);
        showControls();
        refresh();
    });
    showControls();
    retranslate();
}

ChartCard* ChartBoard::makeCard(ValueKind kind, const char* name) {
    auto* const card = new ChartCard(kind, this);
    card->chart().setObjectName(QString::fromLatin1(name));
    connect(&card->chart(), &CurveChart::stepChosen, this, &ChartBoard::stepChosen);
    return card;
}

void ChartBoard::addPages(QWidget* now) {
    m_pages->addWidget(sideBySide(m_loss, m_besideLoss, 3, 2));
    m_pages->addWidget(sideBySide(m_knowledge, m_shares, 1, 1));
    m_pages->addWidget(sideBySide(m_gradients, m_rate, 3, 2));
    m_pages->addWidget(sideBySide(m_weights, m_activations, 1, 1));
    m_pages->addWidget(m_samples);
    m_pages->addWidget(now);
    for (int i = 0; i < m_pages->count(); ++i) m_tabs->addTab({});
    setNowPage(false);
}

QLayout* ChartBoard::controls() {
    m_smoothing->setRange(0, static_cast<int>(kSmoothings.size()) - 1);
    m_smoothing->setValue(kFirstSmoothing);
    m_smoothing->setPageStep(1);
    m_smoothing->setMaximumWidth(fontMetrics().averageCharWidth() * 20);
    m_smoothing->setObjectName(QStringLiteral("smoothing"));
    m_logSteps->setObjectName(QStringLiteral("log_steps"));
    m_logValues->setObjectName(QStringLiteral("log_values"));
    m_smoothingName->setBuddy(m_smoothing);
    auto* const row = new FlowLayout(nullptr, 8);
    for (QWidget* const one :
         std::initializer_list<QWidget*>{m_smoothingName, m_smoothing, m_smoothed, m_logSteps, m_logValues}) {
        row->addWidget(one);
    }
    connect(m_smoothing, &QSlider::valueChanged, this, &ChartBoard::retranslate);
    for (QCheckBox* const box : {m_logSteps, m_logValues}) {
        connect(box, &QCheckBox::toggled, this, [this] {
            for (ChartCard* const card : {m_loss, m_gradients}) {
                card->chart().setLogarithmic(m_logSteps->isChecked(), m_logValues->isChecked());
            }
            for (ChartCard* const card : {m_besideLoss, m_knowledge, m_shares, m_rate}) {
                card->chart().setLogarithmic(m_logSteps->isChecked(), false);
            }
        });
    }
    return row;
}

void ChartBoard::showControls() {
    // Only those that the page has a use for.
    const bool smooths = page() == Page::Loss || page() == Page::Gradients;
    for (QWidget* const one : std::initializer_list<QWidget*>{m_smoothingName, m_smoothing, m_smoothed, m_logValues}) {
        one->setVisible(smooths);
    }
    m_logSteps->setVisible(smooths || page() == Page::Knowledge);
}

void ChartBoard::retranslate() {
    const QStringList names{tr("Loss"), tr("Knowledge"), tr("Gradients"), tr("Weights"), tr("Samples"), tr("Now")};
    for (int i = 0; i < names.size(); ++i) m_tabs->setTabText(i, names[i]);
    m_tabs->setAccessibleName(tr("Charts"));
    const QString step = tr("step");
    //: the unit of the loss
    const QString unit = tr("nats per token");
    const QString nothing = tr("Run, and the curve is drawn here.");
    m_loss->setWords(tr("Loss, %1").arg(unit), step, unit, nothing);
    const QString noQuestions = tr("There are no questions for what is learned here.");
    const QString knowledge = tr("What it knows"), right = tr("right answers");
    m_besideLoss->setWords(knowledge, step, right, noQuestions);
    m_knowledge->setWords(tr("Knowledge by kind: in brackets what guessing gets, and the best possible"), step, right,
                          noQuestions);
    m_shares->setWords(tr("Accuracy, and the head that knows pronouns"), step, right,
                       tr("Neither accuracy nor pronouns are measured for what is learned here."));
    m_rate->setWords(tr("Learning rate"), step, {}, nothing);
    m_gradients->setWords(tr("Norm of the gradient, whole and by layer"), step, {}, nothing);
    const QString notMeasured = tr("Not measured here.");
    m_weights->setWords(tr("Weights: stronger colour where more of them are"), notMeasured);
    m_activations->setWords(tr("Activations: what each layer hands on"), notMeasured);
    m_smoothingName->setText(tr("smoothing"));
    m_smoothing->setAccessibleName(tr("Smoothing"));
    const int steps = static_cast<int>(smoothing());
    //: over how many steps a curve is smoothed
    m_smoothed->setText(steps == 1 ? tr("none") : tr("about %1 steps").arg(steps));
    m_smoothing->setAccessibleDescription(m_smoothed->text());
    m_logSteps->setText(tr("steps logarithmic"));
    m_logValues->setText(tr("values logarithmic"));
    refresh();
}

double ChartBoard::smoothing() const {
    return kSmoothings[static_cast<std::size_t>(m_smoothing->value())];
}

void ChartBoard::show(const ChartsContent& content) {
    m_content = content;
    refresh();
}

void ChartBoard::turnTo(Page page) {
    if (m_tabs->isTabVisible(static_cast<int>(page))) m_tabs->setCurrentIndex(static_cast<int>(page));
}

ChartBoard::Page ChartBoard::page() const {
    return static_cast<Page>(m_tabs->currentIndex());
}

void ChartBoard::setNowPage(bool visible) {
    const int now = static_cast<int>(Page::Now);
    if (m_tabs->isTabVisible(now) == visible) return;
    if (!visible && m_tabs->currentIndex() == now) m_tabs->setCurrentIndex(0);
    m_tabs->setTabVisible(now, visible);
}

QString ChartBoard::remarks() const {
    QStringList sentences;
    if (m_content.problem && m_content.problem->kind() == ErrorKind::LossNotFinite) {
        const ErrorValues& values = m_content.problem->values();
        sentences.append(tr("✕ At step %1 the loss stopped being a number, first in “%2”. Try a lower learning rate, "
                            "clip the gradient at a smaller norm, or warm up over more steps; branch from a moment "
                            "before it.")
                             .arg(QString::fromStdString(values.value), QString::fromStdString(values.name)));
    }
    if (!m_content.runs.empty()) {
        if (const auto found = overFittingOf(*m_content.runs.front().history)) {
            sentences.append(
                tr("★ Over-fitting: since step %1 the held-out loss has risen, from %2 to %3, while the "
                   "training loss still falls: the model learns its text by heart. Dropout, L1 or L2 "
                   "may help, or going back to the best step.")
                    .arg(QString::number(found->bestStep), shortNumber(found->bestLoss), shortNumber(found->lossNow)));
        }
    }
    if (!m_content.difference.isEmpty()) sentences.append(m_content.difference);
    return sentences.join(QLatin1Char('\n'));
}

std::vector<StepMark> ChartBoard::marks() const {
    std::vector<StepMark> all;
    if (m_content.runs.empty()) return all;
    const History& history = *m_content.runs.front().history;
    all = changeMarks(history);
    if (m_content.shownStep) all.push_back({StepMark::Kind::Shown, *m_content.shownStep, tr("shown")});
    if (m_content.problem && m_content.problem->kind() == ErrorKind::LossNotFinite) {
        bool isStep = false;
        const double step = QString::fromStdString(m_content.problem->values().value).toDouble(&isStep);
        if (isStep) all.push_back({StepMark::Kind::Problem, step, tr("no number any more")});
    }
    return all;
}

void ChartBoard::refresh() {
    const QString words = remarks();
    m_remarks->setText(words);
    m_remarks->setVisible(!words.isEmpty());
    if (!isVisible()) return;
    const auto marks = this->marks();
    const History none;
    const History& history = m_content.runs.empty() ? none : *m_content.runs.front().history;
    switch (page()) {
        case Page::Loss:
            return refreshLoss(marks);
        case Page::Knowledge:
            return refreshKnowledge(marks);
        case Page::Gradients:
            m_gradients->show(gradientCurves(m_content.runs, smoothing()), marks);
            m_rate->show(rateCurves(m_content.runs), marks);
            return;
        case Page::Weights:
            m_weights->show(history);
            m_activations->show(history);
            return;
        case Page::Samples:
            m_samples->show(history, m_content.runs.empty() ? 0 : m_content.runs.front().number);
            return;
        case Page::Now:
            return;
    }
}

void ChartBoard::refreshLoss(const std::vector<StepMark>& marks) {
    auto own = marks;
    if (!m_content.runs.empty()) {
        if (const auto found = overFittingOf(*m_content.runs.front().history)) {
            own.push_back({StepMark::Kind::Best, static_cast<double>(found->bestStep), tr("best")});
        }
    }
    m_loss->show(lossCurves(m_content.runs, smoothing()), std::move(own));
    auto beside = knowledgeCurves(m_content.runs);
    if (!hasPoints(beside)) beside = shareCurves(m_content.runs);
    const bool wide = width() > fontMetrics().height() * 36;
    m_besideLoss->setVisible(wide && hasPoints(beside));
    if (m_besideLoss->isVisible()) m_besideLoss->show(std::move(beside), marks);
}

void ChartBoard::refreshKnowledge(const std::vector<StepMark>& marks) {
    auto knowledge = knowledgeCurves(m_content.runs, true), shares = shareCurves(m_content.runs);
    // An empty card beside a full one would only take its room.
    m_knowledge->setVisible(hasPoints(knowledge) || !hasPoints(shares));
    m_shares->setVisible(hasPoints(shares));
    m_knowledge->show(std::move(knowledge), marks);
    m_shares->show(std::move(shares), marks);
}

void ChartBoard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    // The colours of lines are those of the theme.
    if (event->type() == QEvent::PaletteChange) refresh();
    QWidget::changeEvent(event);
}

void ChartBoard::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (page() == Page::Loss) refresh();
}

void ChartBoard::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

}  // namespace attentarium
