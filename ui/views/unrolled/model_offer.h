#pragma once

#include <QWidget>
#include <vector>

class QLabel;

namespace attentarium {

class FlatButton;
class Session;

/// Says in place that the open model has no recurrence, and opens a bundled one that has at a click.
class ModelOffer : public QWidget {
    Q_OBJECT

  public:
    explicit ModelOffer(Session& session, QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void open(const QString& family);
    void retranslate();

    Session& m_session;
    QLabel* m_sentence;
    std::vector<FlatButton*> m_buttons;
};

}  // namespace attentarium
