#pragma once

#include <QPainterPath>

namespace attentarium {

/// The signs of a transport bar, filled paths in a square of 24 units.
QPainterPath playSign();
QPainterPath pauseSign();
/// One step, backwards or forwards.
QPainterPath stepSign(bool forwards);
/// All the way to one end.
QPainterPath endSign(bool forwards);

}  // namespace attentarium
