#include "ui/views/change_words.h"

#include <QCoreApplication>
#include <QDir>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/words.h"
#include "ui/session/changed_cell.h"
#include "ui/session/session.h"
#include "ui/views/cell_link.h"

namespace attentarium {
namespace {

struct Changes {
    Q_DECLARE_TR_FUNCTIONS(Changes)
};

/// The place of an attention, from any of its values.
QString placeOfAttention(const Session& session, const std::string& attention) {
    const Trace* const trace = session.trace().get();
    const auto node = trace ? trace->find(attention + ".weights") : std::nullopt;
    return node ? placeOf(*trace, *node) : QString::fromStdString(attention);
}

/// The word of a token of an attention's axis; its number where the sentence has no such word.
QString wordAt(const Session& session, const std::string& attention, Axis axis, std::int64_t token) {
    const Trace* const trace = session.trace().get();
    const auto node = trace ? trace->find(attention + ".weights") : std::nullopt;
    const bool ofSource = node && trace->sideOf(*node, axis) == TextSide::Source;
    const QStringList& words = ofSource ? session.tracedSource() : session.tracedWords();
    return token >= 0 && token < words.size() ? words[static_cast<qsizetype>(token)]
                                              : Changes::tr("token %1").arg(token + 1);
}

ChangeWords inWords(const Session& session, const SetCell& set) {
    ChangeWords words;
    words.after = set.value;
    const Trace* const trace = session.trace().get();
    const std::optional<Cell> cell = trace ? changedCell(*trace, set) : std::nullopt;
    if (!cell) {
        QStringList place;
        for (const std::int64_t at : set.place) place.append(QString::number(at));
        words.what = QStringLiteral("%1[%2]").arg(QString::fromStdString(set.name), place.join(QStringLiteral(", ")));
        return words;
    }
    words.what = nameOfCell(session, *cell);
    words.where = placeOf(*trace, cell->node);
    const auto plain = comparedNumbers(session.plainRun().get(), *trace, cell->node, Quantity::Value);
    if (!plain.empty()) words.before = static_cast<double>(plain[static_cast<std::size_t>(cell->index)]);
    return words;
}

ChangeWords inWords(const Session& session, const SetVisibility& set) {
    const QString query = wordAt(session, set.attention, Axis::Token, set.query);
    const QString key = wordAt(session, set.attention, Axis::KeyToken, set.key);
    return {set.visible ? Changes::tr("“%1” sees “%2”").arg(query, key)
                        : Changes::tr("“%1” does not see “%2”").arg(query, key),
            placeOfAttention(session, set.attention),
            {},
            {}};
}

ChangeWords inWords(const Session& session, const SetScale& set) {
    return {Changes::tr("scale of the scores"), placeOfAttention(session, set.attention),
            usualScale(session, set.attention), set.factor};
}

ChangeWords inWords(const Session& session, const SilenceHead& set) {
    return {Changes::tr("head %1 is silent").arg(set.head + 1), placeOfAttention(session, set.attention), {}, {}};
}

ChangeWords inWords(const Session& session, const FreezeHead& set) {
    return {
        Changes::tr("head %1 keeps its weights").arg(set.head + 1), placeOfAttention(session, set.attention), {}, {}};
}

ChangeWords inWords(const Session& session, const SwapHeads& set) {
    return {Changes::tr("heads %1 and %2 are swapped").arg(set.first + 1).arg(set.second + 1),
            placeOfAttention(session, set.attention),
            {},
            {}};
}

ChangeWords inWords(const Session&, const SetTemperature& set) {
    return {Changes::tr("temperature"), {}, 1, set.temperature};
}

}  // namespace

ChangeWords wordsOf(const Session& session, const Intervention& change) {
    return std::visit([&](const auto& one) { return inWords(session, one); }, change);
}

QString lineOf(const Session& session, const Intervention& change) {
    const ChangeWords words = wordsOf(session, change);
    QString line = words.what;
    if (words.after) line += QStringLiteral(" = ") + shortNumber(*words.after);
    return words.where.isEmpty() ? line : QStringLiteral("%1 (%2)").arg(line, words.where);
}

QString referenceWords(const Session& session) {
    switch (session.referenceKind()) {
        case ReferenceKind::None:
            return {};
        case ReferenceKind::WithoutChanges:
            return Changes::tr("without the changes");
        case ReferenceKind::BeforeEdit:
            return Changes::tr("before the last edit");
        case ReferenceKind::KeptRun:
            return Changes::tr("kept run: “%1”").arg(session.keptText());
        case ReferenceKind::OtherModel:
            return Changes::tr("the other model: %1").arg(QDir(session.comparedFolder()).dirName());
    }
    return {};
}

NumberChange numberChange(double before, double after) {
    const double difference = after - before;
    const auto signedText = [difference](QString text) {
        if (difference > 0) text.prepend(QLatin1Char('+'));
        return text.replace(QLatin1Char('-'), QChar(0x2212));
    };
    const double least = std::min(std::abs(before), std::abs(after));
    const double most = std::max(std::abs(before), std::abs(after));
    // What is written with a power of ten, or not at all, is only rounded.
    if (difference == 0 || !std::isfinite(difference) || most < 1e-4 || most >= 1e5) {
        return {shortNumber(before), shortNumber(after),
                difference == 0 ? QStringLiteral("0") : signedText(shortNumber(difference))};
    }
    const auto lead = [](double size) { return static_cast<int>(std::floor(std::log10(size))); };
    const int usual = std::max(2 - lead(most), least > 0 ? std::min(2 - lead(least), 4) : 0);
    // Two digits of the difference; a float has no more than nine.
    const int decimals = std::clamp(std::max(usual, 1 - lead(std::abs(difference))), 0, 8 - lead(most));
    const auto text = [decimals](double number) { return QString::number(number, 'f', decimals); };
    return {text(before).replace(QLatin1Char('-'), QChar(0x2212)), text(after).replace(QLatin1Char('-'), QChar(0x2212)),
            signedText(text(text(after).toDouble() - text(before).toDouble()))};
}

QString points(double difference) {
    const double percentage = difference * 100;
    const int digits = std::abs(percentage) < 9.95 ? 1 : 0;
    // What would be rounded to nothing is nothing.
    if (std::abs(percentage) < 0.05) return QStringLiteral("±0");
    return (percentage > 0 ? QStringLiteral("+") : QString(QChar(0x2212))) +
           QString::number(std::abs(percentage), 'f', digits);
}

std::optional<double> usualScale(const Session& session, const std::string& attention) {
    const Trace* const plain = session.plainRun().get();
    const auto scaled = plain ? plain->find(attention + ".scaled_scores") : std::nullopt;
    if (!scaled) return std::nullopt;
    const Explanation why = plain->explainValue(*scaled, 0);
    return why.terms.empty() ? std::nullopt : std::optional(why.terms.front().coefficient);
}

}  // namespace attentarium
