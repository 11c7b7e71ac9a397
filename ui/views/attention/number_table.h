#pragma once

#include <QString>

#include "ui/views/attention/heatmap_painting.h"

namespace attentarium {

/// The numbers of a range with every digit, words as headers: a line for each row, its fields divided by `divider`.
/// Fields that hold the divider, a quotation mark or a line end are quoted as RFC 4180 has it.
QString numberTable(const AttentionPicture& picture, const HeatmapRange& range, QChar divider);

}  // namespace attentarium
