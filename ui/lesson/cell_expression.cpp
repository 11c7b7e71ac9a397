#include "ui/lesson/cell_expression.h"

#include <QRegularExpression>

namespace attentarium {

std::optional<CellIndex> parseIndex(QStringView text) {
    using Kind = CellIndex::Kind;
    static const QRegularExpression word(QStringLiteral("^[\"“]([^\"“”]+)[\"”]$"));
    static const QRegularExpression head(QStringLiteral("^best(?:\\s*\\+\\s*(\\d{1,6}))?$"));
    static const QRegularExpression largest(QStringLiteral("^largest(?:\\s+([a-z_]+))?$"));
    static const QRegularExpression number(QStringLiteral("^\\d{1,6}$"));
    static const QRegularExpression name(QStringLiteral("^[a-z_]+$"));
    const QString trimmed = text.trimmed().toString();
    if (const auto match = word.match(trimmed); match.hasMatch()) return CellIndex{Kind::Word, 0, match.captured(1)};
    if (const auto match = head.match(trimmed); match.hasMatch()) {
        return CellIndex{Kind::BestHead, match.captured(1).toInt(), {}};
    }
    if (const auto match = largest.match(trimmed); match.hasMatch()) {
        return CellIndex{Kind::Largest, 0, match.captured(1)};
    }
    if (number.match(trimmed).hasMatch()) return CellIndex{Kind::Number, trimmed.toInt(), {}};
    if (trimmed == QLatin1String("selected")) return CellIndex{Kind::SelectedHead, 0, {}};
    if (trimmed == QLatin1String("first")) return CellIndex{Kind::First, 0, {}};
    if (trimmed == QLatin1String("last")) return CellIndex{Kind::Last, 0, {}};
    if (name.match(trimmed).hasMatch()) return CellIndex{Kind::Role, 0, trimmed};
    return std::nullopt;
}

std::optional<CellExpression> parseCell(QStringView text) {
    static const QRegularExpression shape(QStringLiteral("^([A-Za-z0-9_.*]+)\\s*(?:\\[(.*)\\])?$"));
    const auto match = shape.match(text.trimmed().toString());
    if (!match.hasMatch()) return std::nullopt;
    CellExpression cell{match.captured(1), {}};
    if (!match.hasCaptured(2)) return cell;
    const QString inside = match.captured(2);
    // A comma between quotation marks is a word of the sentence.
    bool quoted = false;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= inside.size(); ++i) {
        const bool atEnd = i == inside.size();
        if (!atEnd && QStringLiteral("\"“”").contains(inside[i])) quoted = !quoted;
        if (!atEnd && (inside[i] != QLatin1Char(',') || quoted)) continue;
        const auto index = parseIndex(QStringView(inside).mid(start, i - start));
        if (!index) return std::nullopt;
        cell.indices.push_back(*index);
        start = i + 1;
    }
    return cell;
}

}  // namespace attentarium
