#pragma once

#include <QWidget>

#include "ui/session/playback.h"
#include "ui/views/walked_steps.h"

class QSlider;

namespace attentarium {

class ElidedLabel;
class FlatButton;

/// The transport bar through time: forward over the words, then back over them with the gradients.
class TimeBar : public QWidget, public WalkedSteps {
    Q_OBJECT

  public:
    explicit TimeBar(QWidget* parent = nullptr);

    /// `steps` each way; without a way back where there are no gradients. The place stays where it can, else it is at
    /// the end of the way forward.
    void setLength(int steps, bool hasBackward);
    /// From 0; that of the way back follow those of the way forward.
    int step() const { return m_step; }
    bool isBackward() const { return m_step >= m_steps; }
    /// How many steps of this way were taken, from 1.
    int done() const { return m_steps == 0 ? 0 : m_step % m_steps + 1; }
    bool hasBackward() const { return m_count > m_steps; }
    void goTo(int step);
    /// What is said of the place.
    void setPlaceText(const QString& text);
    void pause() { m_playback.pause(); }

    void goToFirst() override { goTo(0); }
    void stepBack() override { goTo(m_step - 1); }
    void playOrPause() override;
    void stepForward() override { goTo(m_step + 1); }
    void goToLast() override { goTo(m_count - 1); }

  Q_SIGNALS:
    void stepChanged();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void showStep();
    void retranslate();

    Playback m_playback;
    int m_steps = 0, m_count = 0, m_step = 0;
    FlatButton *m_first, *m_back, *m_play, *m_forward, *m_last;
    QSlider* m_slider;
    ElidedLabel* m_place;
};

}  // namespace attentarium
