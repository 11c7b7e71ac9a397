#pragma once

#include <QStringList>
#include <functional>

namespace attentarium {

/// Numbers with every digit, words as headers: a line for each row, its fields divided by `divider`. Fields that hold
/// the divider, a quotation mark or a line end are quoted as RFC 4180 has it.
QString spreadsheetText(const QStringList& rowWords, const QStringList& columnWords,
                        const std::function<double(int row, int column)>& numberAt, QChar divider);

}  // namespace attentarium
