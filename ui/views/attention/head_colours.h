#pragma once

#include <QColor>
#include <Qt>

namespace attentarium {

/// The colour of a head's lines: attention's own where it is `alone`, else one of eight that colour-blind eyes tell
/// apart, then the same again.
QColor headColour(int head, bool alone);
/// And their stroke, so that colour is not all that tells them apart: other strokes for neighbours, and for the heads
/// that share a colour.
Qt::PenStyle headStroke(int head, bool alone);

}  // namespace attentarium
