#include "ui/views/spreadsheet_text.h"

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

QString spreadsheetText(const QStringList& rowWords, const QStringList& columnWords,
                        const std::function<double(int row, int column)>& numberAt, QChar divider) {
    QString text;
    for (const QString& word : columnWords) text += divider + field(word, divider);
    text += QLatin1Char('\n');
    for (int row = 0; row < rowWords.size(); ++row) {
        text += field(rowWords[row], divider);
        for (int column = 0; column < columnWords.size(); ++column) text += divider + fullNumber(numberAt(row, column));
        text += QLatin1Char('\n');
    }
    return text;
}

}  // namespace attentarium
