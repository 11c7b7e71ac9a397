#pragma once

#include <QWidget>
#include <vector>

class QLabel;

namespace attentarium {

class FlatButton;
class Session;

/// What the model expects after the sentence: its likeliest next words, each a button that appends it.
class NextWords : public QWidget {
    Q_OBJECT

  public:
    explicit NextWords(Session& session, QWidget* parent = nullptr);

    /// How many words there is room for.
    void setCount(int count);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void showWords();
    void enable();

    Session& m_session;
    QLabel* m_name;
    std::vector<FlatButton*> m_buttons;
    std::vector<int> m_ids;
};

}  // namespace attentarium
