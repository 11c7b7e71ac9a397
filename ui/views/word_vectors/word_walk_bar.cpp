#include "ui/views/word_vectors/word_walk_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSlider>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/views/elided_label.h"
#include "ui/views/flat_button.h"
#include "ui/views/play_signs.h"

namespace attentarium {
namespace {

constexpr int kPause = 900;

}  // namespace

WordWalkBar::WordWalkBar(QWidget* parent)
    : QWidget(parent),
      m_first(new FlatButton(this)),
      m_back(new FlatButton(this)),
      m_play(new FlatButton(this, FlatButton::Look::Primary)),
      m_forward(new FlatButton(this)),
      m_last(new FlatButton(this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_told(new ElidedLabel(this)) {
    m_first->setSign(endSign(false));
    m_back->setSign(backSign());
    m_forward->setSign(forwardSign());
    m_last->setSign(endSign(true));
    m_play->setObjectName(QStringLiteral("walkPlay"));
    m_forward->setObjectName(QStringLiteral("walkForward"));
    m_slider->setObjectName(QStringLiteral("walkSlider"));
    m_told->setObjectName(QStringLiteral("walkTold"));
    m_told->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(6);
    for (FlatButton* const button : {m_first, m_back, m_play, m_forward, m_last}) row->addWidget(button);
    row->addSpacing(8);
    auto* const right = new QVBoxLayout;
    right->setSpacing(2);
    right->addWidget(m_slider);
    right->addWidget(m_told);
    row->addLayout(right, 1);
    connect(m_first, &FlatButton::clicked, this, &WordWalkBar::goToFirst);
    connect(m_back, &FlatButton::clicked, this, &WordWalkBar::stepBack);
    connect(m_play, &FlatButton::clicked, this, &WordWalkBar::playOrPause);
    connect(m_forward, &FlatButton::clicked, this, &WordWalkBar::stepForward);
    connect(m_last, &FlatButton::clicked, this, &WordWalkBar::goToLast);
    connect(m_slider, &QSlider::valueChanged, this, &WordWalkBar::goTo);
    m_timer.setInterval(kPause);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        stepForward();
        if (m_place + 1 >= m_count) stop();
    });
    retranslate();
}

void WordWalkBar::setCount(int count) {
    if (m_count == count) return;
    m_count = count;
    const int place = std::clamp(m_place, 0, std::max(0, count - 1));
    if (place != m_place) {
        m_place = place;
        Q_EMIT moved(place);
    }
    refresh();
}

void WordWalkBar::setTold(const QString& told) {
    m_told->setText(told);
    m_slider->setAccessibleDescription(told);
}

void WordWalkBar::setName(const QString& name) {
    m_slider->setAccessibleName(name);
    m_slider->setToolTip(name);
}

void WordWalkBar::goTo(int place) {
    const int there = std::clamp(place, 0, std::max(0, m_count - 1));
    if (there == m_place) return refresh();
    m_place = there;
    refresh();
    Q_EMIT moved(there);
}

void WordWalkBar::stop() {
    m_timer.stop();
    refresh();
}

void WordWalkBar::playOrPause() {
    if (isPlaying()) return stop();
    if (m_count < 2) return;
    if (m_place + 1 >= m_count) goToFirst();
    m_timer.start();
    refresh();
}

void WordWalkBar::refresh() {
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, std::max(0, m_count - 1));
        m_slider->setPageStep(1);
        m_slider->setValue(m_place);
    }
    m_slider->setEnabled(m_count > 1);
    m_play->setEnabled(m_count > 1);
    m_first->setEnabled(m_place > 0);
    m_back->setEnabled(m_place > 0);
    m_forward->setEnabled(m_place + 1 < m_count);
    m_last->setEnabled(m_place + 1 < m_count);
    m_play->setText(isPlaying() ? tr("Pause") : tr("Play"));
    m_play->setSign(isPlaying() ? pauseSign() : playSign());
    m_play->setAccessibleName(m_play->text());
    m_play->updateGeometry();
}

void WordWalkBar::retranslate() {
    const auto name = [](QWidget* widget, const QString& text) {
        widget->setAccessibleName(text);
        widget->setToolTip(text);
    };
    name(m_first, tr("To the first step"));
    name(m_back, tr("One step back"));
    name(m_forward, tr("One step forward"));
    name(m_last, tr("To the last step"));
    refresh();
}

void WordWalkBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void WordWalkBar::hideEvent(QHideEvent* event) {
    stop();
    QWidget::hideEvent(event);
}

}  // namespace attentarium
