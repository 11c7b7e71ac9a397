#include "ui/views/attention/number_table.h"

#include "ui/views/spreadsheet_text.h"

namespace attentarium {

QString numberTable(const AttentionPicture& picture, const HeatmapRange& range, QChar divider) {
    if (picture.isEmpty() || range.isEmpty()) return {};
    const int rows = range.lastRow - range.firstRow + 1, columns = range.lastColumn - range.firstColumn + 1;
    return spreadsheetText(
        picture.rowWords.mid(range.firstRow, rows), picture.columnWords.mid(range.firstColumn, columns),
        [&](int row, int column) {
            return static_cast<double>(picture.numbers.at(range.firstRow + row, range.firstColumn + column));
        },
        divider);
}

}  // namespace attentarium
