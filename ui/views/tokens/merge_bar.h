#pragma once

#include <QWidget>

#include "ui/views/walked_steps.h"

class QComboBox;
class QLabel;
class QSlider;

namespace attentarium {

class ElidedLabel;
class FlatButton;
class Session;
class TextStudy;

/// The transport bar of the Tokens workspace: through the merges instead of the steps of a model.
class MergeBar : public QWidget, public WalkedSteps {
    Q_OBJECT

  public:
    explicit MergeBar(Session& session, QWidget* parent = nullptr);

    void goToFirst() override;
    void stepBack() override;
    void playOrPause() override;
    void stepForward() override;
    void goToLast() override;

    QSlider& slider() { return *m_slider; }

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void showMerge();
    void showPlaying();
    void retranslate();

    TextStudy& m_study;
    FlatButton *m_first, *m_back, *m_play, *m_forward, *m_last;
    QLabel* m_speedName;
    QComboBox* m_speed;
    QSlider* m_slider;
    ElidedLabel* m_place;
};

}  // namespace attentarium
