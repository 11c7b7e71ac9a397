#pragma once

#include <QString>

#include "ui/views/unrolled/unrolled_picture.h"

namespace attentarium {

/// Where a number of the picture comes from, in one or two lines: its formula with the numbers in it.
QString toldOf(const UnrolledPicture& picture, const UnrolledPlace& place);
/// One or two sentences on the whole, made from the numbers of all units.
QString summaryOf(const UnrolledPicture& picture);
/// Every number of the rows that are shown: kind, word, unit, value and gradient.
QString csvOf(const UnrolledPicture& picture);

}  // namespace attentarium
