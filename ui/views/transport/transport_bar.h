#pragma once

#include <QWidget>

class QComboBox;
class QLabel;

namespace attentarium {

class ElidedLabel;
class FlatButton;
class Session;
class StepRibbon;

/// The bar that moves through the trace: buttons, the ribbon of all steps, and what the current one is.
class TransportBar : public QWidget {
    Q_OBJECT

  public:
    explicit TransportBar(Session& session, QWidget* parent = nullptr);

  Q_SIGNALS:
    /// The sign of an altered run was clicked.
    void changesAsked();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void build();
    void connectAll();
    void retranslate();
    void showStep();
    void showPlaying();
    void showUnit();
    void showTrace();
    void showAltered();
    void togglePlaying();

    Session& m_session;
    FlatButton* m_first;
    FlatButton* m_back;
    FlatButton* m_play;
    FlatButton* m_forward;
    FlatButton* m_last;
    QLabel* m_unitName;
    QComboBox* m_unit;
    QLabel* m_speedName;
    QComboBox* m_speed;
    StepRibbon* m_ribbon;
    ElidedLabel* m_place;
    ElidedLabel* m_formula;
    QLabel* m_loss;
    FlatButton* m_altered;
};

}  // namespace attentarium
