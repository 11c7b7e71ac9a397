#pragma once

#include <QColor>

#include "ui/explain/theme.h"

namespace attentarium {

// The three things that happen to a memory. Each has a pattern too: forgotten is hatched, written is filled, shown is
// an outline.

inline QColor forgottenColour() {
    return theme().isDark() ? QColor(0xa7b0bc) : QColor(0x6b7280);
}
inline QColor writtenColour() {
    return theme().isDark() ? QColor(0x3cc6cc) : QColor(0x0f7f86);
}
inline QColor shownColour() {
    return theme().isDark() ? QColor(0xff8fa3) : QColor(0xb8324a);
}

}  // namespace attentarium
