#include "ui/views/unrolled/time_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSlider>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/views/elided_label.h"
#include "ui/views/flat_button.h"
#include "ui/views/play_signs.h"

namespace attentarium {

TimeBar::TimeBar(QWidget* parent)
    : QWidget(parent),
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
    m_first->setObjectName(QStringLiteral("firstTime"));
    m_back->setObjectName(QStringLiteral("timeBack"));
    m_play->setObjectName(QStringLiteral("playTime"));
    m_forward->setObjectName(QStringLiteral("timeForward"));
    m_last->setObjectName(QStringLiteral("lastTime"));
    m_slider->setObjectName(QStringLiteral("time"));
    m_place->setObjectName(QStringLiteral("timePlace"));
    m_place->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(6);
    for (FlatButton* const button : {m_first, m_back, m_play, m_forward, m_last}) row->addWidget(button);
    row->addSpacing(8);
    auto* const right = new QVBoxLayout;
    right->setSpacing(2);
    right->addWidget(m_slider);
    right->addWidget(m_place);
    row->addLayout(right, 1);
    connect(m_first, &FlatButton::clicked, this, &TimeBar::goToFirst);
    connect(m_back, &FlatButton::clicked, this, &TimeBar::stepBack);
    connect(m_play, &FlatButton::clicked, this, &TimeBar::playOrPause);
    connect(m_forward, &FlatButton::clicked, this, &TimeBar::stepForward);
    connect(m_last, &FlatButton::clicked, this, &TimeBar::goToLast);
    connect(m_slider, &QSlider::valueChanged, this, &TimeBar::goTo);
    connect(&m_playback, &Playback::changed, this, &TimeBar::retranslate);
    connect(&m_playback, &Playback::due, this, [this] {
        if (m_step + 1 >= m_count) return m_playback.pause();
        stepForward();
    });
    retranslate();
}

void TimeBar::setLength(int steps, bool hasBackward) {
    const int count = hasBackward ? 2 * steps : steps;
    if (m_steps == steps && m_count == count) return;
    m_step = std::max(0, steps - 1);
    m_steps = steps;
    m_count = count;
    m_playback.pause();
    showStep();
}

void TimeBar::goTo(int step) {
    step = std::clamp(step, 0, std::max(0, m_count - 1));
    if (std::exchange(m_step, step) == step) return;
    showStep();
    Q_EMIT stepChanged();
}

void TimeBar::playOrPause() {
    if (m_playback.isPlaying()) return m_playback.pause();
    if (m_count == 0) return;
    // At an end of the way there is nothing left to play but all of it.
    if (m_step + 1 >= m_count) goToFirst();
    m_playback.play();
}

void TimeBar::setPlaceText(const QString& text) {
    m_place->setText(text);
    m_slider->setAccessibleDescription(text);
}

void TimeBar::showStep() {
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, std::max(0, m_count - 1));
        m_slider->setPageStep(std::max(1, m_steps));
        m_slider->setValue(m_step);
    }
    for (QWidget* const widget : std::initializer_list<QWidget*>{m_play, m_slider}) widget->setEnabled(m_count > 1);
    m_first->setEnabled(m_step > 0);
    m_back->setEnabled(m_step > 0);
    m_forward->setEnabled(m_step + 1 < m_count);
    m_last->setEnabled(m_step + 1 < m_count);
}

void TimeBar::retranslate() {
    const auto name = [](QWidget* widget, const QString& text) {
        widget->setAccessibleName(text);
        widget->setToolTip(text);
    };
    name(m_first, tr("Before everything: the first word"));
    name(m_back, tr("One time step back"));
    name(m_forward, tr("One time step on"));
    name(m_last, tr("To the end of the way back"));
    name(m_slider, tr("Time step"));
    const bool playing = m_playback.isPlaying();
    m_play->setText(playing ? tr("Pause") : tr("Play"));
    m_play->setSign(playing ? pauseSign() : playSign());
    m_play->setAccessibleName(m_play->text());
    m_play->updateGeometry();
    showStep();
}

void TimeBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
