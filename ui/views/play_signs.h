#pragma once

#include <QPainterPath>

namespace attentarium {

// The signs on the buttons that play something, each a filled path in a square of 24 units.

QPainterPath playSign();
QPainterPath pauseSign();
QPainterPath backSign();
QPainterPath forwardSign();
/// To the last, or to the first.
QPainterPath endSign(bool forwards);

}  // namespace attentarium
