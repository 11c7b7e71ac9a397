#pragma once

#include <QString>

#include "tests/support/world_session.h"
#include "ui/lesson/lesson_player.h"

namespace attentarium {

/// Does what the current step asks, through the session, as the views do.
void doTask(LessonPlayer& player, const WorldSession& world);

/// What is wrong with the current step: problems of its files, figures without a value; empty when all is well.
QString faults(const LessonPlayer& player);

/// A text with its figures filled in, plainly.
QString plain(const LiveText& text);

}  // namespace attentarium
