#include "ui/views/unrolled/gradients_view.h"

#include <QFocusEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QVBoxLayout>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/session/gradient_study.h"
#include "ui/session/session.h"
#include "ui/views/flat_button.h"
#include "ui/views/flow_layout.h"
#include "ui/views/unrolled/fitted.h"
#include "ui/views/unrolled/gradient_chart.h"

namespace attentarium {
namespace {

/// The slider of the radius counts hundredths, that of the threshold twentieths of a power of ten.
constexpr double kRadiusUnit = 0.01, kClipUnit = 0.05;
constexpr int kMostRadius = 250, kMostClip = 40;
constexpr QSizeF kPicture(960, 560);
constexpr double kPictureHead = 90;

}  // namespace

GradientsView::GradientsView(Session& session, QWidget* parent) : QWidget(parent), m_study(new GradientStudy(session)) {
    m_study->setParent(this);
    setFocusPolicy(Qt::ClickFocus);
    build();
    connect(m_study, &GradientStudy::changed, this, &GradientsView::showAnswer);
    connect(m_study, &GradientStudy::failed, this, [this](const Error& error) { m_note->setText(sentenceFor(error)); });
    connect(m_weights, &QTabBar::currentChanged, this, &GradientsView::ask);
    connect(m_seed, &QSpinBox::valueChanged, this, &GradientsView::ask);
    connect(m_steps, &QSlider::valueChanged, this, &GradientsView::ask);
    connect(m_radius, &QSlider::valueChanged, this, [this] {
        const QSignalBlocker quiet(m_own);
        m_own->setChecked(false);
        ask();
    });
    connect(m_own, &FlatButton::toggled, this, &GradientsView::ask);
    connect(m_clip, &QSlider::valueChanged, this, [this] {
        showValues();
        m_chart->show(m_study->answer(), clip());
    });
    connect(m_chart, &GradientChart::pointed, this, &GradientsView::tell);
    retranslate();
}

GradientsView::~GradientsView() = default;

QSlider* GradientsView::addSlider(const QString& name, int least, int most, QLabel*& title, QLabel*& value,
                                  QLayout& row) {
    auto* const group = new QWidget(this);
    auto* const line = new QHBoxLayout(group);
    line->setContentsMargins({});
    title = new QLabel(group);
    auto* const slider = new QSlider(Qt::Horizontal, group);
    slider->setObjectName(name);
    slider->setRange(least, most);
    slider->setFixedWidth(fontMetrics().averageCharWidth() * 13);
    value = new QLabel(group);
    title->setBuddy(slider);
    line->addWidget(title);
    line->addWidget(slider);
    line->addWidget(value);
    // Beside tabs and buttons, the text of all stands in one line.
    group->setMinimumHeight(m_weights->sizeHint().height());
    row.addWidget(group);
    return slider;
}

void GradientsView::build() {
    auto* const controls = new FlowLayout(nullptr, 12);
    m_weights = new QTabBar(this);
    m_weights->setObjectName(QStringLiteral("weights"));
    m_weights->setDrawBase(false);
    m_weights->setExpanding(false);
    m_weights->addTab(QStringLiteral(" "));
    m_weights->addTab(QStringLiteral(" "));
    controls->addWidget(m_weights);
    auto* const seeded = new QWidget(this);
    auto* const seedLine = new QHBoxLayout(seeded);
    seedLine->setContentsMargins({});
    m_seedName = new QLabel(seeded);
    m_seed = new QSpinBox(seeded);
    m_seed->setObjectName(QStringLiteral("seed"));
    m_seed->setRange(1, 999);
    m_seed->setKeyboardTracking(false);
    m_seedName->setBuddy(m_seed);
    seedLine->addWidget(m_seedName);
    seedLine->addWidget(m_seed);
    seeded->setMinimumHeight(m_weights->sizeHint().height());
    controls->addWidget(seeded);
    m_steps = addSlider(QStringLiteral("steps"), 1, GradientStudy::kMostSteps, m_stepsName, m_stepsValue, *controls);
    m_steps->setValue(m_study->question().steps);
    m_radius = addSlider(QStringLiteral("radius"), 5, kMostRadius, m_radiusName, m_radiusValue, *controls);
    m_radius->setValue(100);
    m_own = new FlatButton(this);
    m_own->setObjectName(QStringLiteral("own"));
    m_own->setCheckable(true);
    m_own->setChecked(true);
    controls->addWidget(m_own);
    m_clip = addSlider(QStringLiteral("clip"), -kMostClip, kMostClip, m_clipName, m_clipValue, *controls);
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("gradientSentence"));
    m_sentence->setWordWrap(true);
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("gradientNote"));
    m_note->setWordWrap(true);
    m_chart = new GradientChart(this);
    m_chart->setObjectName(QStringLiteral("gradients"));
    m_told = new QLabel(this);
    m_told->setObjectName(QStringLiteral("gradientTold"));
    m_told->setWordWrap(true);
    // Large type in a small window is moved up and down.
    auto* const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->verticalScrollBar()->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    auto* const page = new QWidget;
    scroll->setWidget(page);
    page->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto* const all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(scroll);
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(12, 4, 12, 6);
    column->setSpacing(4);
    column->addLayout(controls);
    column->addWidget(m_sentence);
    column->addWidget(m_chart, 1);
    column->addWidget(m_told);
    column->addWidget(m_note);
}

QString GradientsView::told() const {
    return m_told->text();
}

QString GradientsView::sentence() const {
    return m_sentence->text();
}

double GradientsView::clip() const {
    return std::pow(10, m_clip->value() * kClipUnit);
}

void GradientsView::ask() {
    GradientQuestion question;
    question.trained = m_weights->currentIndex() == 1;
    question.seed = static_cast<std::uint64_t>(m_seed->value());
    question.steps = m_steps->value();
    if (!m_own->isChecked()) question.radius = m_radius->value() * kRadiusUnit;
    m_seed->setEnabled(!question.trained);
    showValues();
    m_study->ask(question);
}

void GradientsView::showValues() {
    m_stepsValue->setText(QString::number(m_steps->value()));
    m_stepsValue->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("000")));
    // The models' own radii stand in the table.
    m_radiusValue->setText(m_own->isChecked() ? QStringLiteral("–") : shortNumber(m_radius->value() * kRadiusUnit));
    m_radiusValue->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0.000")));
    m_clipValue->setText(shortNumber(clip()));
    m_clipValue->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0.0000")));
    m_radius->setAccessibleDescription(m_own->isChecked() ? m_own->text() : m_radiusValue->text());
    m_clip->setAccessibleDescription(m_clipValue->text());
}

void GradientsView::showAnswer() {
    const auto& answer = m_study->answer();
    m_chart->show(answer, clip());
    if (!answer) return;
    m_sentence->setText(sentenceOf(*answer));
    m_chart->setAccessibleDescription(m_sentence->text());
    QString note = answer->unknown.isEmpty()
                       ? tr("The models read the sentence above, and stories of the small world behind it.")
                       : tr("The models do not know “%1”, so they read stories of the small world in place of the "
                            "sentence.")
                             .arg(answer->unknown);
    note += QLatin1Char(' ');
    note +=
        answer->question.trained
            ? tr("The bundled models have about as many parameters each, so they differ in units.")
            : tr("All three have %1 units and weights that nothing was learned with.").arg(GradientStudy::kFreshWidth);
    m_note->setText(note);
    tell();
}

void GradientsView::tell() {
    const auto& answer = m_study->answer();
    const QString text = answer ? toldOfStep(*answer, m_chart->lookedAt()) : QString();
    m_told->setText(text.isEmpty() ? tr("Point at a step, or move with the arrows, for its numbers.") : text);
}

void GradientsView::paint(QPainter& painter, const QRectF& target) {
    const auto& answer = m_study->answer();
    if (!answer) return;
    painter.save();
    fitInto(painter, target, kPicture);
    painter.setFont(font());
    painter.setPen(theme().ink);
    painter.drawText(QRectF(12, 8, kPicture.width() - 24, kPictureHead - 12), Qt::AlignLeft | Qt::TextWordWrap,
                     sentenceOf(*answer));
    m_chart->paint(painter, QRectF(QPointF(0, kPictureHead), kPicture - QSizeF(0, kPictureHead)));
    painter.restore();
}

QSizeF GradientsView::pictureSize() const {
    return kPicture;
}

QString GradientsView::csv() const {
    return m_study->answer() ? csvOf(*m_study->answer()) : QString();
}

bool GradientsView::hasNumbers() const {
    return m_study->answer() != nullptr;
}

bool GradientsView::isBusy() const {
    return m_study->isBusy();
}

void GradientsView::retranslate() {
    setAccessibleName(tr("Gradients through time"));
    m_weights->setAccessibleName(tr("Weights of the models"));
    m_weights->setTabText(0, tr("Fresh weights"));
    m_weights->setTabText(1, tr("Trained weights"));
    m_seedName->setText(tr("seed"));
    m_seed->setAccessibleName(tr("Seed of the fresh weights"));
    m_stepsName->setText(tr("words"));
    m_steps->setAccessibleName(tr("Words that are read"));
    m_radiusName->setText(tr("spectral radius"));
    m_radius->setAccessibleName(tr("Spectral radius of the recurrent matrices"));
    m_radius->setToolTip(
        tr("The spectral radius of an LSTM and a GRU is that of the candidate's block; all their recurrent weights are "
           "scaled by the same factor."));
    m_radiusName->setToolTip(m_radius->toolTip());
    m_own->setText(tr("As it is"));
    m_own->setAccessibleName(tr("Leave each recurrent matrix as it is"));
    m_own->setToolTip(m_own->accessibleName());
    m_clipName->setText(tr("clip at"));
    m_clip->setAccessibleName(tr("Largest norm that clipping leaves"));
    m_chart->setAccessibleName(tr("Gradient at each step back, and what it amounts to"));
    showValues();
    showAnswer();
    tell();
}

void GradientsView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void GradientsView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_study->want(true);
}

void GradientsView::hideEvent(QHideEvent* event) {
    m_study->want(false);
    QWidget::hideEvent(event);
}

void GradientsView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    m_weights->setFocus(event->reason());
}

}  // namespace attentarium
