#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "ui/session/word_map.h"

class QLabel;

namespace attentarium {

class FlatButton;

/// What cannot be shown and what to do, with known words to choose where one was unknown.
class MapProblemLine : public QWidget {
    Q_OBJECT

  public:
    explicit MapProblemLine(QWidget* parent = nullptr);
    void setProblem(const std::optional<MapProblem>& problem);

  Q_SIGNALS:
    void wordChosen(const QString& unknown, const QString& known);

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void showProblem();

    std::optional<MapProblem> m_problem;
    QLabel* m_sentence;
    QLabel* m_question;
    std::vector<FlatButton*> m_words;
};

}  // namespace attentarium
