#include "ui/views/answering/answer_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSlider>

#include "ui/session/answer_study.h"
#include "ui/views/elided_label.h"
#include "ui/views/flat_button.h"
#include "ui/views/play_signs.h"

namespace attentarium {

AnswerBar::AnswerBar(AnswerStudy& study, QWidget* parent)
    : QWidget(parent),
      m_study(study),
      m_first(new FlatButton(this)),
      m_back(new FlatButton(this)),
      m_play(new FlatButton(this, FlatButton::Look::Primary)),
      m_forward(new FlatButton(this)),
      m_last(new FlatButton(this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_place(new ElidedLabel(this)) {
    m_first->setSign(endSign(false));
    m_back->setSign(backSign());
    m_forward->setSign(forwardSign());
    m_last->setSign(endSign(true));
    m_first->setObjectName(QStringLiteral("firstAnswerStep"));
    m_back->setObjectName(QStringLiteral("answerBack"));
    m_play->setObjectName(QStringLiteral("playAnswer"));
    m_forward->setObjectName(QStringLiteral("answerForward"));
    m_last->setObjectName(QStringLiteral("lastAnswerStep"));
    m_slider->setObjectName(QStringLiteral("answerSteps"));
    m_place->setObjectName(QStringLiteral("answerPlace"));
    m_place->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(6);
    for (FlatButton* const button : {m_first, m_back, m_play, m_forward, m_last}) row->addWidget(button);
    row->addSpacing(6);
    row->addWidget(m_slider, 1);
    row->addWidget(m_place, 1);
    connect(m_first, &FlatButton::clicked, this, &AnswerBar::goToFirst);
    connect(m_back, &FlatButton::clicked, this, &AnswerBar::stepBack);
    connect(m_play, &FlatButton::clicked, this, &AnswerBar::playOrPause);
    connect(m_forward, &FlatButton::clicked, this, &AnswerBar::stepForward);
    connect(m_last, &FlatButton::clicked, this, &AnswerBar::goToLast);
    connect(m_slider, &QSlider::valueChanged, &m_study, &AnswerStudy::goToStep);
    connect(&m_study, &AnswerStudy::stepChanged, this, &AnswerBar::showStep);
    connect(&m_study.playback(), &Playback::changed, this, &AnswerBar::showPlaying);
    retranslate();
}

void AnswerBar::goToFirst() {
    m_study.goToStep(0);
}

void AnswerBar::stepBack() {
    m_study.goToStep(m_study.step() - 1);
}

void AnswerBar::playOrPause() {
    Playback& playback = m_study.playback();
    if (playback.isPlaying()) return playback.pause();
    if (m_study.steps() == 0) return;
    // At the end there is nothing left to play but all of it.
    if (m_study.step() >= m_study.steps()) goToFirst();
    playback.play();
}

void AnswerBar::stepForward() {
    m_study.goToStep(m_study.step() + 1);
}

void AnswerBar::goToLast() {
    m_study.goToStep(m_study.steps());
}

void AnswerBar::showStep() {
    const int step = m_study.step(), all = m_study.steps();
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, all);
        m_slider->setPageStep(1);
        m_slider->setValue(step);
    }
    m_play->setEnabled(all > 0);
    m_slider->setEnabled(all > 0);
    m_first->setEnabled(step > 0);
    m_back->setEnabled(step > 0);
    m_forward->setEnabled(step < all);
    m_last->setEnabled(step < all);
    m_place->setText(all == 0    ? QString()
                     : step == 0 ? tr("the source is read; nothing is written yet")
                                 : tr("decoder step %1 of %2").arg(step).arg(all));
    m_slider->setAccessibleDescription(m_place->text());
}

void AnswerBar::showPlaying() {
    const bool playing = m_study.playback().isPlaying();
    m_play->setText(playing ? tr("Pause") : tr("Play"));
    m_play->setSign(playing ? pauseSign() : playSign());
    m_play->setAccessibleName(m_play->text());
    m_play->updateGeometry();
}

void AnswerBar::retranslate() {
    const auto name = [](QWidget* widget, const QString& text) {
        widget->setAccessibleName(text);
        widget->setToolTip(text);
    };
    name(m_first, tr("Before the first token of the answer"));
    name(m_back, tr("One token back"));
    name(m_forward, tr("One token forward"));
    name(m_last, tr("The whole answer"));
    name(m_slider, tr("Steps of the decoder"));
    showPlaying();
    showStep();
}

void AnswerBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
