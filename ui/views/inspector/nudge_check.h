#pragma once

#include <QWidget>

class QLabel;

namespace attentarium {

class FlatButton;
class Session;

/// "Check by nudging": moves the chosen number a little, runs the model again and shows the slope of the loss beside
/// the gradient. Hidden while there is nothing to check.
class NudgeCheck : public QWidget {
    Q_OBJECT

  public:
    explicit NudgeCheck(Session& session, QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void refresh();
    QString resultText() const;

    Session& m_session;
    FlatButton* m_button;
    QLabel* m_title;
    QLabel* m_text;
};

}  // namespace attentarium
