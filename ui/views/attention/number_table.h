#pragma once

#include <QString>

#include "ui/views/attention/heatmap_painting.h"

namespace attentarium {

/// The numbers of a range as a spreadsheet reads them, with its words as headers.
QString numberTable(const AttentionPicture& picture, const HeatmapRange& range, QChar divider);

}  // namespace attentarium
