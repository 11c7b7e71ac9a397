#pragma once

#include <QObject>
#include <QTimer>

namespace attentarium {

/// The clock behind the Play button.
class Playback : public QObject {
    Q_OBJECT

  public:
    explicit Playback(QObject* parent = nullptr);

    bool isPlaying() const { return m_timer.isActive(); }
    /// Steps in a second.
    double speed() const { return m_speed; }
    void setSpeed(double stepsPerSecond);
    void play();
    void pause();

  Q_SIGNALS:
    void due();
    void changed();

  private:
    QTimer m_timer;
    double m_speed = 2;
};

}  // namespace attentarium
