#pragma once

#include <QWidget>
#include <vector>

#include "ui/views/trials.h"

class QBoxLayout;
class QLabel;

namespace attentarium {

class FlatButton;
class Session;

/// "Try": a button for each thing that can be tried on what is chosen, and a field where a number is needed.
class TrySection : public QWidget {
    Q_OBJECT

  public:
    explicit TrySection(Session& session, QWidget* parent = nullptr);

    /// Hidden while it is not wanted, and where there is nothing to try.
    void setWanted(bool wanted);
    /// Whether the chosen cell can be set; it then asks for the number.
    bool askForNumber();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void refresh();
    void act(const Trial& trial, FlatButton* button);
    void endAsking();

    Session& m_session;
    QLabel* m_title;
    NumberField* m_field;
    QBoxLayout* m_column;
    std::vector<Trial> m_trials;
    std::vector<FlatButton*> m_buttons;
    std::function<Intervention(double)> m_make;
    bool m_wanted = true;
    QString m_asked;  ///< the question that stands in the field
};

}  // namespace attentarium
