#include "ui/views/attention/number_table.h"

#include "ui/explain/numbers.h"

namespace attentarium {
namespace {

QString field(QString text, QChar divider) {
    const bool plain = !text.contains(divider) && !text.contains(QLatin1Char('"')) &&
                       !text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('\r'));
    if (plain) return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

}  // namespace

QString numberTable(const AttentionPicture& picture, const HeatmapRange& range, QChar divider) {
    QString text;
    if (picture.isEmpty() || range.isEmpty()) return text;
    for (int column = range.firstColumn; column <= range.lastColumn; ++column) {
        text += divider + field(picture.columnWords.value(column), divider);
    }
    text += QLatin1Char('\n');
    for (int row = range.firstRow; row <= range.lastRow; ++row) {
        text += field(picture.rowWords.value(row), divider);
        for (int column = range.firstColumn; column <= range.lastColumn; ++column) {
            text += divider + fullNumber(static_cast<double>(picture.numbers.at(row, column)));
        }
        text += QLatin1Char('\n');
    }
    return text;
}

}  // namespace attentarium
