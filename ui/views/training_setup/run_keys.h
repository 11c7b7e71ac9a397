#pragma once

#include <QKeySequence>

namespace attentarium {

// The keys of the run bar, which hold in the whole window: one row of the keyboard, and G for the goal.
inline constexpr QKeyCombination kRunKey(Qt::Key_F9);
inline constexpr QKeyCombination kOneStepKey(Qt::ShiftModifier, Qt::Key_F9);
inline constexpr QKeyCombination kOneEpochKey(Qt::ControlModifier, Qt::Key_F9);
inline constexpr QKeyCombination kResetRunKey(Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_F9);
inline constexpr QKeyCombination kRunUntilKey(Qt::ControlModifier, Qt::Key_G);

}  // namespace attentarium
