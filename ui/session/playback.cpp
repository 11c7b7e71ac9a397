#include "ui/session/playback.h"

#include <algorithm>

namespace attentarium {

Playback::Playback(QObject* parent) : QObject(parent) {
    connect(&m_timer, &QTimer::timeout, this, &Playback::due);
    setSpeed(m_speed);
}

void Playback::setSpeed(double stepsPerSecond) {
    m_speed = std::clamp(stepsPerSecond, 0.25, 60.0);
    m_timer.setInterval(static_cast<int>(1000 / m_speed));
    Q_EMIT changed();
}

void Playback::play() {
    if (isPlaying()) return;
    m_timer.start();
    Q_EMIT changed();
}

void Playback::pause() {
    if (!isPlaying()) return;
    m_timer.stop();
    Q_EMIT changed();
}

}  // namespace attentarium
