#include "ui/views/transport/transport_bar.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <array>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/session/session.h"
#include "ui/views/elided_label.h"
#include "ui/views/flat_button.h"
#include "ui/views/play_signs.h"
#include "ui/views/transport/step_ribbon.h"

namespace attentarium {
namespace {

constexpr std::array kSpeeds{0.5, 1.0, 2.0, 4.0, 8.0};
// Steps in a second that are called "1×".
constexpr double kNormalSpeed = 2;

}  // namespace

TransportBar::TransportBar(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    build();
    connectAll();
    retranslate();
}

void TransportBar::build() {
    m_first = new FlatButton(this);
    m_first->setSign(endSign(false));
    m_back = new FlatButton(this);
    m_back->setSign(backSign());
    m_play = new FlatButton(this, FlatButton::Look::Primary);
    m_forward = new FlatButton(this);
    m_forward->setSign(forwardSign());
    m_last = new FlatButton(this);
    m_last->setSign(endSign(true));
    m_unitName = new QLabel(this);
    m_unit = new QComboBox(this);
    m_speedName = new QLabel(this);
    m_speed = new QComboBox(this);
    m_ribbon = new StepRibbon(m_session, this);
    m_place = new ElidedLabel(this);
    m_formula = new ElidedLabel(this);
    m_loss = new QLabel(this);
    m_altered = new FlatButton(this);
    m_altered->setObjectName(QStringLiteral("altered"));
    m_first->setObjectName(QStringLiteral("first"));
    m_back->setObjectName(QStringLiteral("back"));
    m_play->setObjectName(QStringLiteral("play"));
    m_forward->setObjectName(QStringLiteral("forward"));
    m_last->setObjectName(QStringLiteral("last"));
    m_unit->setObjectName(QStringLiteral("unit"));
    m_speed->setObjectName(QStringLiteral("speed"));
    m_place->setObjectName(QStringLiteral("place"));
    m_formula->setObjectName(QStringLiteral("formula"));
    m_loss->setObjectName(QStringLiteral("loss"));

    QFont bold;
    bold.setBold(true);
    m_place->setFont(bold);
    m_loss->setFont(bold);
    m_unitName->setBuddy(m_unit);
    m_speedName->setBuddy(m_speed);
    for (const double speed : kSpeeds) m_speed->addItem(QStringLiteral("%1×").arg(speed), speed);
    m_loss->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_place->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_formula->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    auto* const buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    for (FlatButton* const button : {m_first, m_back, m_play, m_forward, m_last}) buttons->addWidget(button);
    auto* const choices = new QHBoxLayout;
    choices->setSpacing(6);
    choices->addWidget(m_unitName);
    choices->addWidget(m_unit);
    choices->addSpacing(8);
    choices->addWidget(m_speedName);
    choices->addWidget(m_speed);
    choices->addStretch();
    auto* const left = new QVBoxLayout;
    left->setSpacing(6);
    left->addLayout(buttons);
    left->addLayout(choices);
    auto* const below = new QHBoxLayout;
    below->setSpacing(24);
    below->addWidget(m_place);
    below->addWidget(m_formula, 1);
    auto* const middle = new QVBoxLayout;
    middle->setSpacing(6);
    middle->addWidget(m_ribbon);
    middle->addLayout(below);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(20, 10, 20, 10);
    row->setSpacing(24);
    row->addLayout(left);
    row->addLayout(middle, 1);
    auto* const right = new QVBoxLayout;
    right->setSpacing(6);
    right->addWidget(m_loss);
    right->addWidget(m_altered, 0, Qt::AlignRight);
    row->addLayout(right);
}

void TransportBar::connectAll() {
    connect(m_first, &FlatButton::clicked, &m_session, &Session::goToFirst);
    connect(m_back, &FlatButton::clicked, &m_session, &Session::stepBack);
    connect(m_altered, &FlatButton::clicked, this, &TransportBar::changesAsked);
    connect(&m_session, &Session::changesChanged, this, &TransportBar::showAltered);
    connect(m_play, &FlatButton::clicked, this, &TransportBar::togglePlaying);
    connect(m_forward, &FlatButton::clicked, &m_session, &Session::stepForward);
    connect(m_last, &FlatButton::clicked, &m_session, &Session::goToLast);
    connect(m_unit, &QComboBox::activated, this,
            [this](int index) { m_session.setStepUnit(static_cast<StepUnit>(index)); });
    connect(m_speed, &QComboBox::activated, this,
            [this](int index) { m_session.playback().setSpeed(m_speed->itemData(index).toDouble() * kNormalSpeed); });
    connect(&m_session, &Session::stepChanged, this, &TransportBar::showStep);
    connect(&m_session, &Session::traceChanged, this, &TransportBar::showTrace);
    connect(&m_session, &Session::stepUnitChanged, this, &TransportBar::showUnit);
    connect(&m_session.playback(), &Playback::changed, this, &TransportBar::showPlaying);
}

void TransportBar::togglePlaying() {
    Playback& playback = m_session.playback();
    if (playback.isPlaying()) {
        playback.pause();
        return;
    }
    // At the end there is nothing left to play but all of it.
    if (m_session.step() + 1 >= m_session.stepCount()) m_session.goToFirst();
    playback.play();
}

void TransportBar::retranslate() {
    const auto name = [](QWidget* widget, const QString& text) {
        widget->setAccessibleName(text);
        widget->setToolTip(text);
    };
    name(m_first, tr("First step"));
    name(m_back, tr("Step back"));
    name(m_forward, tr("Step forward"));
    name(m_last, tr("Last step"));
    //: before the choice of how far one step goes
    m_unitName->setText(tr("step by"));
    m_unit->setAccessibleName(tr("How far one step goes"));
    m_speedName->setText(tr("speed"));
    m_speed->setAccessibleName(tr("Speed of playing"));
    const QSignalBlocker quiet(m_unit);
    m_unit->clear();
    m_unit->addItems({tr("operation"), tr("layer"), tr("token")});
    showUnit();
    showPlaying();
    showTrace();
}

void TransportBar::showUnit() {
    m_unit->setCurrentIndex(static_cast<int>(m_session.stepUnit()));
}

void TransportBar::showPlaying() {
    const bool playing = m_session.playback().isPlaying();
    m_play->setText(playing ? tr("Pause") : tr("Play"));
    m_play->setSign(playing ? pauseSign() : playSign());
    m_play->setAccessibleName(m_play->text());
    m_play->updateGeometry();
    const double speed = m_session.playback().speed() / kNormalSpeed;
    m_speed->setCurrentIndex(m_speed->findData(speed));
}

void TransportBar::showAltered() {
    const auto count = m_session.changes().size();
    m_altered->setVisible(count > 0);
    m_altered->setText(tr("Altered run"));
    //: what the user did to the run by "what if"
    m_altered->setToolTip(tr("Not what the model does by itself. Changes: %1").arg(count));
    m_altered->setAccessibleName(m_altered->text() + QStringLiteral(". ") + m_altered->toolTip());
    m_altered->updateGeometry();
}

void TransportBar::showTrace() {
    const Trace* const trace = m_session.trace().get();
    for (QWidget* const widget : std::initializer_list<QWidget*>{m_play, m_ribbon, m_unit}) {
        widget->setEnabled(trace != nullptr);
    }
    const auto loss = trace ? trace->find("loss") : std::nullopt;
    m_loss->setText(loss ? tr("loss %1").arg(shortNumber(static_cast<double>(trace->values(*loss)[0]))) : QString());
    m_loss->setToolTip(loss ? fullNumber(static_cast<double>(trace->values(*loss)[0])) : QString());
    showAltered();
    showStep();
}

void TransportBar::showStep() {
    const Step* const step = m_session.currentStep();
    const bool first = m_session.step() == 0, last = m_session.step() + 1 >= m_session.stepCount();
    // By token there may be rows left in the first and the last step.
    const bool byToken = m_session.stepUnit() == StepUnit::Token;
    m_first->setEnabled(step && !first);
    m_back->setEnabled(step && (!first || byToken));
    m_forward->setEnabled(step && (!last || byToken));
    m_last->setEnabled(step && !last);
    if (!step) {
        m_place->setText(tr("No sentence has run yet"));
        m_formula->clear();
        return;
    }
    const Trace& trace = *m_session.trace();
    QString place = placeOf(trace, step->node);
    if (!place.isEmpty()) place += QStringLiteral(" › ");
    //: where in the walk through the model: "step 23 of 128 · block 1 › attention › softmax"
    m_place->setText(tr("step %1 of %2").arg(m_session.step() + 1).arg(m_session.stepCount()) + QStringLiteral(" · ") +
                     place + titleOf(trace, *step));
    m_formula->setText(formulaOf(trace, *step));
}

void TransportBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
