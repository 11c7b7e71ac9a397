#pragma once

#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>
#include <QWidget>

#include "ui/lesson/lesson_player.h"
#include "ui/session/session.h"
#include "ui/views/elided_label.h"
#include "ui/views/flat_button.h"
#include "ui/views/lesson/lesson_card.h"
#include "ui/views/lesson/lesson_shelf.h"
#include "ui/views/lesson/live_text_view.h"
#include "ui/views/lesson/question_card.h"

namespace attentarium {

/// The lesson beside the picture: what this step says, what it asks, what to do, and the way on. Where no lesson is
/// being played, those that there are.
class LessonPanel : public QWidget {
    Q_OBJECT

  public:
    LessonPanel(LessonPlayer& player, Session& session, QWidget* parent = nullptr);

    QSize sizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    QWidget* makePage();
    QLayout* makeFooter();
    void refresh();
    void refreshStep();
    void refreshNotices();
    void refreshFooter();
    void restyle();
    void announce();

    LessonPlayer& m_player;
    Session& m_session;
    QStackedLayout* m_pages;
    LessonShelf* m_shelf;
    ElidedLabel* m_eyebrow = nullptr;
    FlatButton* m_leave = nullptr;
    LiveTextView* m_title = nullptr;
    QScrollArea* m_scroll = nullptr;
    LessonCard* m_problems = nullptr;
    QLabel* m_problemText = nullptr;
    LessonCard* m_lacking = nullptr;
    QLabel* m_lackingText = nullptr;
    FlatButton* m_restore = nullptr;
    LiveTextView* m_body = nullptr;
    QuestionCard* m_question = nullptr;
    LessonCard* m_task = nullptr;
    LiveTextView* m_taskText = nullptr;
    LessonCard* m_done = nullptr;
    LiveTextView* m_doneText = nullptr;
    QLabel* m_place = nullptr;
    FlatButton* m_again = nullptr;
    QLabel* m_reason = nullptr;
    FlatButton* m_back = nullptr;
    FlatButton* m_next = nullptr;
    QString m_shownStep;
    bool m_shownDone = false;
};

}  // namespace attentarium
