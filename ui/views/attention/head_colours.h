#pragma once

#include <QColor>
#include <Qt>

namespace attentarium {

/// The colour of a head's lines; eight that colour-blind eyes tell apart, then the same again.
QColor headColour(int head);
/// And their stroke, so that colour is not all that tells them apart: other strokes for neighbours, and for the heads
/// that share a colour.
Qt::PenStyle headStroke(int head);

}  // namespace attentarium
