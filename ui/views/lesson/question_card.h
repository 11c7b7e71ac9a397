#pragma once

#include <QBoxLayout>

#include "ui/lesson/lesson_player.h"
#include "ui/views/flat_button.h"
#include "ui/views/lesson/lesson_card.h"
#include "ui/views/lesson/live_text_view.h"

namespace attentarium {

/// The question before the reveal: a button for each word, and after the answer how it was.
class QuestionCard : public LessonCard {
    Q_OBJECT

  public:
    explicit QuestionCard(LessonPlayer& player, QWidget* parent = nullptr);
    void refresh(const std::shared_ptr<const Trace>& trace);

    /// The buttons can stand below each other, so that their row never makes the card wide.
    QSize minimumSizeHint() const override;

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void refreshOptions();
    void arrange();

    LessonPlayer& m_player;
    LiveTextView* m_question;
    QBoxLayout* m_row;
    std::vector<FlatButton*> m_buttons;
    LessonCard* m_result;
    LiveTextView* m_resultText;
};

}  // namespace attentarium
