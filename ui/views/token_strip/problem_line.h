#pragma once

#include <QWidget>
#include <vector>

class QLabel;
class QHBoxLayout;

namespace attentarium {

class FlatButton;
class Session;

/// Why the sentence cannot run as it stands, and for an unknown word the known ones to click instead.
class ProblemLine : public QWidget {
    Q_OBJECT

  public:
    explicit ProblemLine(Session& session, QWidget* parent = nullptr);

    /// The chip that the suggestions are for; the first unknown one unless that chip is unknown too.
    void setPreferredChip(int chip);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void showProblem();
    int unknownChip() const;

    Session& m_session;
    int m_preferred = -1;
    QLabel* m_sentence;
    QLabel* m_question;
    QHBoxLayout* m_row;
    std::vector<FlatButton*> m_suggestions;
};

}  // namespace attentarium
