#include "engine/trace/trace.h"
#include "ui/explain/numbers.h"
#include "ui/explain/words.h"
#include "ui/session/session.h"
#include "ui/views/cell_link.h"
#include "ui/views/inspector/arithmetic_html.h"
#include "ui/views/inspector/arithmetic_text.h"

// What an optimizer step did to a number, and the terms of any number for a spreadsheet.
namespace attentarium {

QString ArithmeticText::update(const Cell& cell) const {
    if (!trace().update(cell.node) || trace().gradients(cell.node).empty()) return {};
    const UpdateExplanation why = trace().explainUpdate(cell.node, cell.index);
    const UpdateSettings& settings = trace().update()->settings;
    QString rows;
    const auto line = [&](const QString& name, double number) {
        rows += tableRow({name.toHtmlEscaped(), shortNumber(number)});
    };
    line(Arithmetic::tr("gradient"), why.gradient);
    if (settings.clipFactor != 1)
        line(Arithmetic::tr("clipped, × %1").arg(shortNumber(settings.clipFactor)), why.clipped);
    if (why.penalty != 0) line(Arithmetic::tr("penalty, added to it"), why.penalty);
    if (settings.optimizer == OptimizerKind::Momentum) line(QStringLiteral("m = g"), why.firstMoment);
    if (keepsSecondMoment(settings.optimizer)) {
        line(QStringLiteral("m = (1 − β₁) · g"), why.firstMoment);
        line(QStringLiteral("v = (1 − β₂) · g²"), why.secondMoment);
        line(QStringLiteral("m′ = m / (1 − β₁)"), why.correctedFirst);
        line(QStringLiteral("v′ = v / (1 − β₂)"), why.correctedSecond);
    }
    line(Arithmetic::tr("learning rate η"), settings.learningRate);
    if (settings.optimizer == OptimizerKind::AdamW) line(Arithmetic::tr("weight decay λ"), why.weightDecay);
    return tableOf(rows) +
           paragraph(strong(QStringLiteral("%1 → %2").arg(shortNumber(why.before), shortNumber(why.after)))) +
           //: after a change: by how much
           paragraph(Arithmetic::tr("changed by %1").arg(shortNumber(why.after - why.before))) +
           paragraph(Arithmetic::tr("One step from zero moments, on a copy: the model itself is not changed."));
}

QString ArithmeticText::table(const Cell& cell) const {
    QStringList lines{QStringList{Arithmetic::tr("coefficient"), Arithmetic::tr("left"), Arithmetic::tr("left value"),
                                  Arithmetic::tr("right"), Arithmetic::tr("right value"), Arithmetic::tr("product")}
                          .join(QLatin1Char('\t'))};
    const auto factor = [&](const std::optional<Factor>& f) {
        if (!f) return QStringLiteral("\t");
        QString address = cellAddress(trace(), f->cell.node, f->cell.index);
        if (f->cell.quantity == Quantity::Gradient) address = QStringLiteral("grad/") + address;
        return address + QLatin1Char('\t') + fullNumber(f->value);
    };
    const auto contributions = cell.quantity == Quantity::Gradient
                                   ? trace().explainGradient(cell.node, cell.index)
                                   : std::vector{trace().explainValue(cell.node, cell.index)};
    for (const Explanation& part : contributions) {
        for (const Term& term : part.terms) {
            lines.append(fullNumber(term.coefficient) + QLatin1Char('\t') + factor(term.left) + QLatin1Char('\t') +
                         factor(term.right) + QLatin1Char('\t') +
                         (part.rule == Rule::SumOfProducts ? fullNumber(term.product()) : QString()));
        }
    }
    lines.append(cellAddress(trace(), cell.node, cell.index) + QLatin1Char('\t') + fullNumber(numberIn(trace(), cell)));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace attentarium
