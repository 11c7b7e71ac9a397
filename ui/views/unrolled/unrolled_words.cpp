#include "ui/views/unrolled/unrolled_words.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/explain/numbers.h"
#include "ui/explain/words.h"

namespace attentarium {
namespace {

struct UnrolledWords {
    Q_DECLARE_TR_FUNCTIONS(UnrolledWords)
};

/// With brackets where a sign would stand behind another.
QString inBrackets(double number) {
    return number < 0 ? QStringLiteral("(%1)").arg(shortNumber(number)) : shortNumber(number);
}

QString product(const Term& term) {
    QStringList parts;
    if (term.coefficient != 1) parts.append(shortNumber(term.coefficient));
    for (const auto& factor : {term.left, term.right}) {
        if (factor) parts.append(parts.isEmpty() ? shortNumber(factor->value) : inBrackets(factor->value));
    }
    return parts.join(QStringLiteral(" × "));
}

/// A sum of few terms as it is, of many its largest.
QString sum(const Explanation& why) {
    constexpr std::size_t kAll = 3, kLargest = 2;
    std::vector<Term> terms = why.terms;
    std::ranges::stable_sort(
        terms, [](const Term& a, const Term& b) { return std::abs(a.product()) > std::abs(b.product()); });
    const bool isShort = why.terms.size() <= kAll;
    QStringList parts;
    for (const Term& term : isShort ? why.terms : std::vector<Term>(terms.begin(), terms.begin() + kLargest)) {
        parts.append(product(term));
    }
    QString text = parts.join(QStringLiteral(" + "));
    const int rest = static_cast<int>(why.terms.size() - kLargest);
    //: the end of a sum of which the two largest terms were written out
    if (!isShort) text += QStringLiteral(" + ") + UnrolledWords::tr("… (%1 smaller terms)").arg(rest);
    return QStringLiteral("%1 = %2").arg(text, shortNumber(why.total));
}

QString arithmetic(const Trace& trace, Var node, std::int64_t index) {
    if (trace.isSet(node, index)) return UnrolledWords::tr("you set it");
    const Explanation why = trace.explainValue(node, index);
    switch (why.rule) {
        case Rule::Pointwise: {
            const Factor& x = *why.terms[0].left;
            const QString name = trace.op(why.op) == "sigmoid" ? QStringLiteral("σ") : QStringLiteral("tanh");
            const QString line = QStringLiteral("%1(%2) = %3").arg(name, shortNumber(x.value), shortNumber(why.total));
            const Explanation inner = trace.explainValue(x.cell.node, x.cell.index);
            if (inner.rule != Rule::SumOfProducts) return line;
            return line + QStringLiteral("    ") + UnrolledWords::tr("where %1").arg(sum(inner));
        }
        case Rule::PassThrough:
            return UnrolledWords::tr("the same number as in: %1").arg(titleOf(trace, why.terms[0].left->cell.node));
        case Rule::SumOfProducts:
            return sum(why);
        default:
            return shortNumber(why.total);
    }
}

QString gradientArithmetic(const Trace& trace, Var node, std::int64_t index) {
    if (trace.gradients(node).empty()) return UnrolledWords::tr("the loss does not depend on it");
    QStringList parts;
    double total = 0;
    for (const Explanation& why : trace.explainGradient(node, index)) {
        total += why.total;
        if (why.rule == Rule::Given) continue;
        const auto time = trace.timeOf(why.op);
        QString name = titleOf(trace, why.op);
        if (time && time != trace.timeOf(node)) name = UnrolledWords::tr("%1 of the next step").arg(name);
        parts.append(UnrolledWords::tr("%1 through %2").arg(shortNumber(why.total), name));
    }
    if (parts.size() < 2) return parts.join(QString());
    return parts.join(QStringLiteral(" + ")) + QStringLiteral(" = ") + shortNumber(total);
}

QString memoryText(const UnrolledPicture& picture, const UnrolledPlace& place) {
    const MemoryStep step = memoryStep(*picture.trace, picture.layer, place.time, place.unit);
    const auto number = [](double value) { return shortNumber(value); };
    switch (picture.layer.cell) {
        case RecurrentCell::Lstm:
            return UnrolledWords::tr("before %1 − forgotten %2 + written %3 = cell state %4; shown %5")
                .arg(number(step.before), inBrackets(step.forgotten()), inBrackets(step.written), number(step.now),
                     number(step.shown));
        case RecurrentCell::Gru:
            return UnrolledWords::tr("before %1 − forgotten %2 + written %3 = hidden state %4")
                .arg(number(step.before), inBrackets(step.forgotten()), inBrackets(step.written), number(step.now));
        case RecurrentCell::Rnn:
            return UnrolledWords::tr("before %1, now %2: a plain RNN has no gate, each step makes the state anew")
                .arg(number(step.before), number(step.now));
    }
    return {};
}

struct Largest {
    int time = -1;
    double size = 0;
};

template <typename SizeOf>
Largest largest(const UnrolledPicture& picture, const SizeOf& sizeOf) {
    Largest most;
    for (int time = 0; time < picture.steps(); ++time) {
        const double size = sizeOf(time);
        if (most.time < 0 || size > most.size) most = {time, size};
    }
    return most;
}

double norm(std::span<const float> numbers) {
    double sum = 0;
    for (const float number : numbers) sum += static_cast<double>(number) * static_cast<double>(number);
    return std::sqrt(sum);
}

QString backwardSummary(const UnrolledPicture& picture) {
    const auto sizeAt = [&](int time) {
        return norm(picture.trace->gradients(picture.layer.hidden().nodes[static_cast<std::size_t>(time)]));
    };
    const Largest most = largest(picture, sizeAt);
    if (most.size == 0) return UnrolledWords::tr("The loss does not depend on this layer.");
    const int first = picture.layer.timeOf(0);
    return UnrolledWords::tr(
               "The loss depends most on the hidden state after “%1”: its gradient is %2 long, and %3 at "
               "“%4”, where the layer began.")
        .arg(picture.words[most.time], shortNumber(most.size), shortNumber(sizeAt(first)), picture.words[first]);
}

}  // namespace

QString toldOf(const UnrolledPicture& picture, const UnrolledPlace& place) {
    const QString unit = QString::number(place.unit + 1);
    if (place.row < 0) {
        const QString head = UnrolledWords::tr("“%1”, unit %2").arg(picture.words[place.time], unit);
        if (!picture.backward) return head + QStringLiteral(":  ") + memoryText(picture, place);
        const Var node = picture.layer.memory().nodes[static_cast<std::size_t>(place.time)];
        return head + QStringLiteral(":  ") + gradientArithmetic(*picture.trace, node, place.unit);
    }
    const StateRow& row = picture.rows[static_cast<std::size_t>(place.row)];
    const Var node = row.nodes[static_cast<std::size_t>(place.time)];
    //: a vector, the word of the time step and the number in it: "forget gate f, “cat”, unit 7"
    const QString head =
        (place.row == 0 ? UnrolledWords::tr("%1, “%2”, feature %3") : UnrolledWords::tr("%1, “%2”, unit %3"))
            .arg(titleOfRow(picture, place.row), picture.words[place.time], unit);
    return head + QStringLiteral(":  ") +
           (picture.backward ? gradientArithmetic(*picture.trace, node, place.unit)
                             : arithmetic(*picture.trace, node, place.unit));
}

QString summaryOf(const UnrolledPicture& picture) {
    if (picture.isEmpty()) return {};
    if (picture.backward) return backwardSummary(picture);
    const int units = picture.widthOf(static_cast<int>(picture.rows.size()) - 1);
    const auto meanOf = [&](auto member) {
        return [&picture, units, member](int time) {
            double sum = 0;
            for (int unit = 0; unit < units; ++unit) {
                sum += std::abs(member(memoryStep(*picture.trace, picture.layer, time, unit)));
            }
            return sum / units;
        };
    };
    if (picture.layer.cell == RecurrentCell::Rnn) {
        const Largest moved = largest(picture, meanOf([](const MemoryStep& step) { return step.now - step.before; }));
        return UnrolledWords::tr(
                   "“%1” changed the hidden state most: by %2 per unit on average. A plain RNN makes its "
                   "state anew at every word.")
            .arg(picture.words[moved.time], shortNumber(moved.size));
    }
    const Largest wrote = largest(picture, meanOf([](const MemoryStep& step) { return step.written; }));
    const Largest forgot = largest(picture, meanOf([](const MemoryStep& step) { return step.forgotten(); }));
    return UnrolledWords::tr(
               "“%1” wrote most into the memory (%2 per unit on average), and at “%3” most was forgotten "
               "(%4).")
        .arg(picture.words[wrote.time], shortNumber(wrote.size), picture.words[forgot.time], shortNumber(forgot.size));
}

QString csvOf(const UnrolledPicture& picture) {
    QString text = QStringLiteral("vector,step,word,unit,value,gradient\n");
    const auto quoted = [](QString field) {
        return QStringLiteral("\"%1\"").arg(field.replace(QLatin1Char('"'), QStringLiteral("\"\"")));
    };
    for (const StateRow& row : picture.rows) {
        for (int time = 0; time < picture.steps(); ++time) {
            const Var node = row.nodes[static_cast<std::size_t>(time)];
            const std::span<const float> values = picture.trace->values(node), back = picture.trace->gradients(node);
            for (std::size_t unit = 0; unit < values.size(); ++unit) {
                text += QStringLiteral("%1,%2,%3,%4,%5,%6\n")
                            .arg(quoted(titleOf(row.site)))
                            .arg(time + 1)
                            .arg(quoted(picture.words[time]))
                            .arg(unit + 1)
                            .arg(fullNumber(static_cast<double>(values[unit])),
                                 back.empty() ? QString() : fullNumber(static_cast<double>(back[unit])));
            }
        }
    }
    return text;
}

}  // namespace attentarium
