#pragma once

#include <QLabel>
#include <QWidget>

#include "ui/lesson/lesson_player.h"

namespace attentarium {

/// The lessons there are, each with a button that begins it.
class LessonShelf : public QWidget {
    Q_OBJECT

  public:
    explicit LessonShelf(LessonPlayer& player, QWidget* parent = nullptr);
    void refresh();

  private:
    LessonPlayer& m_player;
    QLabel* m_heading;
    QWidget* m_list = nullptr;
};

}  // namespace attentarium
