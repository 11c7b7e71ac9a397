#pragma once

#include <QWidget>

#include "ui/views/walked_steps.h"

class QSlider;

namespace attentarium {

class AnswerStudy;
class ElidedLabel;
class FlatButton;

/// The transport bar of an answer: one token of it a step.
class AnswerBar : public QWidget, public WalkedSteps {
    Q_OBJECT

  public:
    explicit AnswerBar(AnswerStudy& study, QWidget* parent = nullptr);

    void goToFirst() override;
    void stepBack() override;
    void playOrPause() override;
    void stepForward() override;
    void goToLast() override;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void showStep();
    void showPlaying();
    void retranslate();

    AnswerStudy& m_study;
    FlatButton *m_first, *m_back, *m_play, *m_forward, *m_last;
    QSlider* m_slider;
    ElidedLabel* m_place;
};

}  // namespace attentarium
