#include "ui/views/cell_link.h"

#include <QCoreApplication>
#include <QStringList>

#include "ui/explain/words.h"
#include "ui/session/session.h"

namespace attentarium {
namespace {

struct CellLink {
    Q_DECLARE_TR_FUNCTIONS(CellLink)
};

}  // namespace

QString linkTo(const Cell& cell) {
    return QStringLiteral("cell/%1/%2/%3")
        .arg(cell.node.index)
        .arg(cell.quantity == Quantity::Gradient ? QStringLiteral("gradient") : QStringLiteral("value"))
        .arg(cell.index);
}

std::optional<Cell> cellOfLink(const QString& link) {
    const QStringList parts = link.split(QLatin1Char('/'));
    if (parts.size() != 4 || parts[0] != QLatin1String("cell")) return std::nullopt;
    return Cell{{parts[1].toInt()},
                parts[2] == QLatin1String("gradient") ? Quantity::Gradient : Quantity::Value,
                parts[3].toLongLong()};
}

QString placeOfCell(const Session& session, const Cell& cell) {
    const Trace& trace = *session.trace();
    const QStringList& words = session.tracedWords();
    const Site site = trace.site(cell.node);
    if (site == Site::Logits || site == Site::TemperedLogits || site == Site::Probabilities) {
        const std::int64_t columns = trace.shape(cell.node)[-1];
        return words[static_cast<qsizetype>(cell.index / columns)] + QStringLiteral(" → ") +
               session.wordOf(static_cast<int>(cell.index % columns));
    }
    const std::vector<Var> users = trace.isParameter(cell.node) ? trace.users(cell.node) : std::vector<Var>();
    const auto usedFor = [&](Site wanted) { return !users.empty() && trace.site(users.front()) == wanted; };
    if (usedFor(Site::TokenEmbedding)) {
        const std::int64_t columns = trace.shape(cell.node)[-1];
        return CellLink::tr("%1, feature %2")
            .arg(session.wordOf(static_cast<int>(cell.index / columns)), QString::number(cell.index % columns + 1));
    }
    if (usedFor(Site::Logits) && trace.shape(cell.node).rank() == 2) {
        const std::int64_t columns = trace.shape(cell.node)[-1];
        return CellLink::tr("%1, feature %2")
            .arg(session.wordOf(static_cast<int>(cell.index % columns)), QString::number(cell.index / columns + 1));
    }
    return cellPlace(trace, cell.node, cell.index, {words, session.tracedSource()});
}

QString nameOfCell(const Session& session, const Cell& cell) {
    const QString title = titleOf(*session.trace(), cell.node);
    const QString place = placeOfCell(session, cell);
    QString name = title;
    //: a tensor and the place of one of its numbers: "query: she, feature 12"
    if (!place.isEmpty()) name = CellLink::tr("%1: %2").arg(title, place);
    return cell.quantity == Quantity::Gradient ? CellLink::tr("gradient of %1").arg(name) : name;
}

double numberIn(const Trace& trace, const Cell& cell) {
    const auto numbers = cell.quantity == Quantity::Gradient ? trace.gradients(cell.node) : trace.values(cell.node);
    return numbers.empty() ? 0 : static_cast<double>(numbers[static_cast<std::size_t>(cell.index)]);
}

}  // namespace attentarium
