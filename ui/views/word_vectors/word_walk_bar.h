#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/views/walked_steps.h"

class QSlider;

namespace attentarium {

class ElidedLabel;
class FlatButton;

/// A transport bar of a page's own: buttons, a slider and a line that says where one is.
class WordWalkBar : public QWidget, public WalkedSteps {
    Q_OBJECT

  public:
    explicit WordWalkBar(QWidget* parent = nullptr);

    int place() const { return m_place; }
    int count() const { return m_count; }
    /// How many places there are. The one it stands at stays, or the nearest there is.
    void setCount(int count);
    /// `told` stands beside the slider.
    void setTold(const QString& told);
    /// What is walked through, for a screen reader.
    void setName(const QString& name);
    void goTo(int place);
    bool isPlaying() const { return m_timer.isActive(); }
    void stop();

    void goToFirst() override { goTo(0); }
    void stepBack() override { goTo(m_place - 1); }
    void playOrPause() override;
    void stepForward() override { goTo(m_place + 1); }
    void goToLast() override { goTo(m_count - 1); }

  Q_SIGNALS:
    void moved(int place);

  protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    void refresh();
    void retranslate();

    FlatButton *m_first, *m_back, *m_play, *m_forward, *m_last;
    QSlider* m_slider;
    ElidedLabel* m_told;
    QTimer m_timer;
    int m_place = 0;
    int m_count = 0;
};

}  // namespace attentarium
