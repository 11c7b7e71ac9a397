#include "ui/views/inspector/arithmetic_text.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "engine/ops/cross_entropy.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/session/changed_cell.h"
#include "ui/session/session.h"
#include "ui/views/cell_link.h"
#include "ui/views/inspector/arithmetic_html.h"

namespace attentarium {
namespace {

constexpr std::size_t kFew = 8;
constexpr std::size_t kMost = 1000;

/// Whether a calculation with so many numbers fits into the narrowest panel, at the present size of type.
bool fitsOneLine(int numbers) {
    constexpr int kNarrowest = 210, kPadding = 6;
    const QFontMetrics type(QGuiApplication::font());
    return numbers * (type.horizontalAdvance(QStringLiteral("−0.000444")) + kPadding) +
               (numbers - 1) * (type.horizontalAdvance(QStringLiteral("×")) + kPadding) <=
           kNarrowest;
}

/// The places of `sizes`, the largest first; −∞ is the smallest there is.
std::vector<std::size_t> bySize(const std::vector<double>& sizes) {
    std::vector<std::size_t> order(sizes.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
    return order;
}

QString more(std::size_t hidden) {
    const auto count = static_cast<int>(hidden);
    //: a link that lists the rest of a sum
    return paragraph(QStringLiteral("<a href='more'>%1</a>").arg(Arithmetic::tr("… and %1 more").arg(count)));
}

}  // namespace

const Trace& ArithmeticText::trace() const {
    return *m_session.trace();
}

QString ArithmeticText::number(const Factor& factor) const {
    const QColor colour =
        factor.cell.quantity == Quantity::Gradient ? theme().ink : typeColour(colourOf(trace().site(factor.cell.node)));
    return QStringLiteral("<a href='%1' style='color:%2'>%3</a>")
        .arg(linkTo(factor.cell), colour.name(), shortNumber(factor.value));
}

QString ArithmeticText::value(const Cell& cell) const {
    if (trace().isSet(cell.node, cell.index)) {
        return paragraph(
            Arithmetic::tr("You changed it, so nothing before it counts, and no gradient passes on from "
                           "it to what it would have come from."));
    }
    const Explanation why = trace().explainValue(cell.node, cell.index);
    const Shape shape = trace().shape(cell.node);
    if (why.rule == Rule::Masked && shape.rank() == 3) {
        const SetVisibility hidden{attentionOf(trace(), cell.node), cell.index / shape[2] % shape[1],
                                   cell.index % shape[2], false};
        if (m_session.placeOfChange(hidden) >= 0) {
            return paragraph(Arithmetic::tr("You hid this pair. The score %1 is replaced by −∞, so that the softmax "
                                            "gives it exactly 0.")
                                 .arg(number(*why.terms[0].left)));
        }
    }
    return explained(why);
}

QString ArithmeticText::explained(const Explanation& why) const {
    switch (why.rule) {
        case Rule::Given:
            return given(why);
        case Rule::PassThrough: {
            const Factor& source = *why.terms[0].left;
            if (why.terms[0].coefficient == 0) {
                return paragraph(Arithmetic::tr("The mask hid this score, so nothing passes back: 0."));
            }
            return paragraph(Arithmetic::tr("The same number as %1:")
                                 .arg(nameOfCell(m_session, source.cell).toHtmlEscaped())) +
                   paragraph(QStringLiteral("= ") + number(source));
        }
        case Rule::SumOfProducts:
            return sum(why);
        case Rule::Ratio:
            return ratio(why);
        case Rule::Normalise:
            return normalised(why);
        case Rule::Pointwise:
            return pointwise(why);
        case Rule::Surprise:
            return surprise(why);
        case Rule::Masked:
            return paragraph(
                Arithmetic::tr("A later word may not be looked at. The score %1 is replaced by −∞, so that "
                               "the softmax gives it exactly 0.")
                    .arg(number(*why.terms[0].left)));
    }
    return {};
}

QString ArithmeticText::pointwise(const Explanation& why) const {
    const Factor& x = *why.terms[0].left;
    const std::string_view op = trace().op(why.op);
    const QString total = strong(shortNumber(why.total));
    if (op == "relu") {
        return paragraph(x.value > 0 ? Arithmetic::tr("x = %1 is above 0, so it passes as it is.").arg(number(x))
                                     : Arithmetic::tr("x = %1 is not above 0, so it becomes 0.").arg(number(x))) +
               paragraph(QStringLiteral("max(0, %1) = %2").arg(number(x), total));
    }
    if (op == "tanh") return paragraph(QStringLiteral("tanh(%1) = %2").arg(number(x), total));
    const QString sigmoid = shortNumber(1 / (1 + std::exp(-x.value)));
    if (op == "sigmoid") {
        return paragraph(QStringLiteral("σ(%1) = 1 / (1 + e^(−x)) = %2").arg(number(x), total));
    }
    if (op == "silu") {
        return paragraph(QStringLiteral("x = %1, σ(x) = %2").arg(number(x), sigmoid)) +
               paragraph(QStringLiteral("%1 · %2 = %3").arg(number(x), sigmoid, total));
    }
    if (op == "candidate_losses") {
        return paragraph(Arithmetic::tr("The score is %1, so the model believes with σ = %2 that this word came.")
                             .arg(number(x), sigmoid)) +
               paragraph(QStringLiteral("= %1").arg(total));
    }
    const double share = 0.5 * std::erfc(-x.value / std::sqrt(2.0));
    //: Φ is the share of a normal distribution below x
    return paragraph(Arithmetic::tr("x = %1, and Φ(x) = %2 of a bell curve lies below x.")
                         .arg(number(x), shortNumber(share))) +
           paragraph(QStringLiteral("%1 · %2 = %3").arg(number(x), shortNumber(share), total));
}

QString ArithmeticText::given(const Explanation& why) const {
    if (trace().isParameter(why.op))
        return paragraph(Arithmetic::tr("Nothing computed it: it was learned in training."));
    if (trace().op(why.op).empty()) {
        return paragraph(Arithmetic::tr("Nothing computed it: it is a fixed number."));
    }
    if (trace().op(why.op) == "start_state") {
        return paragraph(Arithmetic::tr("Before the first word there is nothing to remember, so everything is 0."));
    }
    if (trace().site(why.op) == Site::Loss) {
        return paragraph(
            Arithmetic::tr("The way back starts here: the loss changes by as much as itself, so dL/dL = 1."));
    }
    if (trace().text().inPlace || trace().text().targets.back() != kNoTarget) {
        return paragraph(Arithmetic::tr("This word does not count, so its loss is 0."));
    }
    return paragraph(Arithmetic::tr("After the last word no next word is known, so nothing counts here: 0."));
}

QString ArithmeticText::sum(const Explanation& why) const {
    if (why.terms.empty()) return paragraph(Arithmetic::tr("Nothing in this sentence used it, so the sum is 0."));
    const bool hasCoefficients = std::ranges::any_of(why.terms, [](const Term& t) { return t.coefficient != 1; });
    const bool hasRight = std::ranges::any_of(why.terms, [](const Term& t) { return t.right.has_value(); });
    std::vector<double> sizes;
    for (const Term& term : why.terms) sizes.push_back(std::abs(term.product()));
    const std::vector<std::size_t> order = bySize(sizes);
    const std::size_t listed = std::min(order.size(), m_terms == Terms::Few ? kFew : kMost);
    QString rows;
    for (std::size_t i = 0; i < listed; ++i) {
        const Term& term = why.terms[order[i]];
        QStringList cells;
        if (hasCoefficients) cells << shortNumber(term.coefficient) << QStringLiteral("×");
        cells << (term.left ? number(*term.left) : QString());
        if (hasRight) {
            cells << (term.right ? QStringLiteral("×") : QString()) << (term.right ? number(*term.right) : QString());
        }
        if (!hasCoefficients && !hasRight) {
            rows += tableRow(cells);
        } else if (fitsOneLine(hasCoefficients && hasRight ? 4 : 3)) {
            rows += tableRow(cells << QStringLiteral("=") << shortNumber(term.product()));
        } else {
            rows += tableRow(cells) +
                    QStringLiteral("<tr><td colspan='%1' align='right' style='padding-right:5px'>= %2</td></tr>")
                        .arg(cells.size())
                        .arg(shortNumber(term.product()));
        }
    }
    QString html;
    if (hasRight && why.terms[0].left && why.terms[0].right) {
        const auto name = [&](const Factor& factor) {
            const QString title = titleOf(trace(), factor.cell.node);
            return (factor.cell.quantity == Quantity::Gradient ? Arithmetic::tr("gradient of %1").arg(title) : title)
                .toHtmlEscaped();
        };
        html += paragraph(name(*why.terms[0].left) + QStringLiteral(" × ") + name(*why.terms[0].right));
    }
    html += tableOf(rows);
    if (listed < order.size()) html += more(order.size() - listed);
    return html + paragraph(strong(Arithmetic::tr("sum %1").arg(shortNumber(why.total))));
}

QString ArithmeticText::labelOf(Var shares, int place) const {
    const SiteEntry& entry = entryOf(trace().site(shares));
    switch (entry.axes[static_cast<std::size_t>(std::max(0, entry.rank - 1))]) {
        case Axis::VocabularyEntry:
            return m_session.wordOf(place);
        case Axis::KeyToken: {
            const bool ofSource = trace().sideOf(shares, Axis::KeyToken) == TextSide::Source;
            return (ofSource ? m_session.tracedSource() : m_session.tracedWords()).value(place);
        }
        case Axis::Class:
            return Arithmetic::tr("class %1").arg(place + 1);
        default:
            return QString::number(place + 1);
    }
}

QString ArithmeticText::ratio(const Explanation& why) const {
    const Factor& chosen = *why.terms[why.chosen].left;
    const Intermediates& on = why.intermediates;
    QString html;
    if (std::isinf(chosen.value)) {
        html = paragraph(Arithmetic::tr("The mask made this score −∞, and e to the power −∞ is 0."));
    } else {
        html =
            paragraph(
                Arithmetic::tr("x = %1, the largest of the row is %2.").arg(number(chosen), shortNumber(on.largest))) +
            paragraph(
                QStringLiteral("e^(%1 − %2) = %3")
                    .arg(shortNumber(chosen.value),
                         on.largest < 0 ? QStringLiteral("(%1)").arg(shortNumber(on.largest)) : shortNumber(on.largest),
                         shortNumber(std::exp(chosen.value - on.largest)))) +
            paragraph(strong(QStringLiteral("%1 ÷ Σ %2 = %3")
                                 .arg(shortNumber(std::exp(chosen.value - on.largest)), shortNumber(on.denominator),
                                      shortNumber(why.total))));
    }
    std::vector<double> sizes;
    for (const Term& term : why.terms) sizes.push_back(std::exp(term.left->value - on.largest));
    const std::vector<std::size_t> order = bySize(sizes);
    const std::size_t listed = std::min(order.size(), m_terms == Terms::Few ? kFew : kMost);
    QString rows = tableRow({QString(), QStringLiteral("x"), QStringLiteral("e^(x − max)")});
    for (std::size_t i = 0; i < listed; ++i) {
        const std::size_t k = order[i];
        // In a row of scores the columns are the words of the sentence, in one of logits those of the vocabulary.
        const QString word = labelOf(why.op, static_cast<int>(k));
        rows += tableRow({word.toHtmlEscaped(), number(*why.terms[k].left), shortNumber(sizes[k])}, k == why.chosen);
    }
    html += tableOf(rows);
    if (listed < order.size()) html += more(order.size() - listed);
    return html + paragraph(Arithmetic::tr("Σ %1").arg(shortNumber(on.denominator)));
}

QString ArithmeticText::normalised(const Explanation& why) const {
    const Intermediates& on = why.intermediates;
    const Factor &x = *why.terms[0].left, &gain = *why.terms[1].left, &bias = *why.terms[2].left;
    const double deviation = std::sqrt(on.variance + on.epsilon);
    QString rows;
    const auto line = [&](const QString& name, const QString& number) { rows += tableRow({name, number}); };
    line(QStringLiteral("x"), number(x));
    line(Arithmetic::tr("mean of the row"), shortNumber(on.mean));
    line(Arithmetic::tr("variance of the row"), shortNumber(on.variance));
    line(QStringLiteral("√(%1 + ε)").arg(Arithmetic::tr("variance")), shortNumber(deviation));
    line(QStringLiteral("s = (x − %1) / √").arg(Arithmetic::tr("mean")), shortNumber((x.value - on.mean) / deviation));
    line(Arithmetic::tr("gain γ"), number(gain));
    line(Arithmetic::tr("bias β"), number(bias));
    return tableOf(rows) + paragraph(strong(QStringLiteral("s · γ + β = %1").arg(shortNumber(why.total))));
}

QString ArithmeticText::surprise(const Explanation& why) const {
    const Factor& chosen = *why.terms[why.chosen].left;
    const bool ofClass = trace().site(why.op) == Site::ClassLosses;
    const QString word =
        (ofClass ? Arithmetic::tr("class %1").arg(why.chosen + 1) : m_session.wordOf(static_cast<int>(why.chosen)))
            .toHtmlEscaped();
    const double logSum = why.intermediates.largest + std::log(why.intermediates.denominator);
    // The two logarithms may differ in late digits only, and the probability from 1.
    const auto digits = [](double value) {
        return QString::number(value, 'g', 7).replace(QLatin1Char('-'), QStringLiteral("−"));
    };
    const QString logit = digits(chosen.value), probability = digits(std::exp(chosen.value - logSum));
    QString rows;
    rows += tableRow({Arithmetic::tr("logit of “%1”").arg(word), number(chosen)});
    rows += tableRow({QStringLiteral("log Σ e^logit"), shortNumber(logSum)});
    rows += tableRow({Arithmetic::tr("probability of “%1”").arg(word), probability});
    if (why.smoothing > 0) {
        rows += tableRow({Arithmetic::tr("mean of all logits"), shortNumber(why.intermediates.mean)});
        rows += tableRow({Arithmetic::tr("label smoothing ε"), shortNumber(why.smoothing)});
        const QString formula = QStringLiteral("%1 − (1 − ε) · (%2) − ε · (%3) = %4");
        return tableOf(rows) + paragraph(strong(formula.arg(digits(logSum), logit, digits(why.intermediates.mean),
                                                            shortNumber(why.total))));
    }
    return tableOf(rows) +
           paragraph(strong(QStringLiteral("%1 − %2 = %3")
                                .arg(digits(logSum), chosen.value < 0 ? QStringLiteral("(%1)").arg(logit) : logit,
                                     shortNumber(why.total)))) +
           paragraph(Arithmetic::tr("which is −log %1.").arg(probability));
}

QString ArithmeticText::gradientInShort(const Cell& cell) const {
    const auto contributions = trace().explainGradient(cell.node, cell.index);
    QString rows;
    for (const Explanation& part : contributions) {
        if (part.rule == Rule::Given) return explained(part);
        QString name = titleOf(trace(), part.op);
        const QString place = placeOf(trace(), part.op);
        if (!place.isEmpty()) name += QStringLiteral(" (%1)").arg(place);
        rows += QStringLiteral("<tr><td style='padding-right:8px'>%1</td><td align='right'>%2</td></tr>")
                    .arg(Arithmetic::tr("through %1").arg(name).toHtmlEscaped(), shortNumber(part.total));
    }
    return rows.isEmpty() ? QString() : tableOf(rows);
}

QString ArithmeticText::gradient(const Cell& cell) const {
    const auto contributions = trace().explainGradient(cell.node, cell.index);
    if (contributions.empty()) return paragraph(Arithmetic::tr("The loss does not depend on this number."));
    QString html;
    double total = 0;
    for (const Explanation& part : contributions) {
        total += part.total;
        if (part.rule != Rule::Given) {
            html += paragraph(strong(Arithmetic::tr("through %1").arg(titleOf(trace(), part.op)).toHtmlEscaped()));
        }
        html += explained(part);
    }
    if (contributions.size() > 1) html += paragraph(strong(Arithmetic::tr("together %1").arg(shortNumber(total))));
    return html;
}

}  // namespace attentarium
