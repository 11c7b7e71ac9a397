#pragma once

#include <QFrame>

#include "ui/session/training.h"

class QComboBox;
class QLabel;

namespace attentarium {

class FlatButton;
class NumberBox;

/// Asks until when a run is to go on.
class GoalForm : public QFrame {
    Q_OBJECT

  public:
    explicit GoalForm(Training& training, QWidget* parent = nullptr);

    Goal goal() const;
    /// Below `button`.
    void askBelow(const QWidget& button);

  Q_SIGNALS:
    void chosen(const attentarium::Goal& goal);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void refresh();

    Training& m_training;
    QLabel* m_title;
    QComboBox* m_kind;
    NumberBox* m_value;
    QLabel* m_unit;
    FlatButton* m_run;
};

}  // namespace attentarium
