#include <QLabel>
#include <QScrollBar>

#include "ui/explain/numbers.h"
#include "ui/explain/words.h"
#include "ui/session/session.h"
#include "ui/views/cell_link.h"
#include "ui/views/flat_button.h"
#include "ui/views/inspector/arithmetic_text.h"
#include "ui/views/inspector/difference_line.h"
#include "ui/views/inspector/inspector.h"
#include "ui/views/inspector/tensor_summary.h"

// What the panel says of a number, and of a step.
namespace attentarium {
namespace {

/// Long addresses may break at their points and brackets.
QString breakable(QString text) {
    return text.replace(QLatin1Char('.'), QStringLiteral(".\u200b"))
        .replace(QLatin1Char('['), QStringLiteral("\u200b["));
}

}  // namespace

bool Inspector::isUntold(const Cell& cell) const {
    const Trace& trace = *m_session.trace();
    const Shape shape = trace.shape(cell.node);
    const SiteEntry& entry = entryOf(trace.site(cell.node));
    if (trace.isParameter(cell.node) || trace.text().targets.empty()) return false;
    std::int64_t rest = cell.index;
    for (int axis = shape.rank() - 1; axis >= 0; --axis) {
        const auto place = static_cast<int>(rest % shape[axis]);
        rest /= shape[axis];
        const bool ofTokens = entry.axes[static_cast<std::size_t>(axis)] == Axis::Token;
        if (ofTokens && trace.sideOf(cell.node, Axis::Token) == TextSide::Tokens) return m_session.targetOf(place) < 0;
    }
    return false;
}

void Inspector::showCell(const Cell& cell) {
    const Trace& trace = *m_session.trace();
    const bool isGradient = cell.quantity == Quantity::Gradient;
    const QString place = placeOf(trace, cell.node);
    const QString title = titleOf(trace, cell.node);
    m_heading->setText((isGradient ? tr("This gradient") : tr("This number")) + QStringLiteral(" · ") + title +
                       (place.isEmpty() ? QString() : QStringLiteral(" · ") + place));
    m_title->setText(placeOfCell(m_session, cell) + QStringLiteral("  ") + shortNumber(numberIn(trace, cell)));
    m_title->setToolTip(fullNumber(numberIn(trace, cell)));
    m_address->setText(
        breakable((isGradient ? QStringLiteral("grad/") : QString()) + cellAddress(trace, cell.node, cell.index)));
    m_difference->show(cell);
    const bool hasGradient = !trace.gradients(cell.node).empty();
    m_value->setChecked(!isGradient);
    m_gradient->setChecked(isGradient);
    m_gradient->setEnabled(hasGradient);

    const ArithmeticText text(m_session, m_all ? ArithmeticText::Terms::All : ArithmeticText::Terms::Few);
    const auto formula = [](const QString& words) {
        return QStringLiteral("<p style='margin-bottom:4px'><i>%1</i></p>").arg(words.toHtmlEscaped());
    };
    if (isGradient) {
        showSection(m_source, tr("Where it comes from"),
                    formula(gradientFormulaOf(trace, cell.node)) + text.gradient(cell));
        showSection(m_change, {}, {});
    } else {
        showSection(m_source, tr("Where it comes from"), formula(formulaOf(trace, cell.node)) + text.value(cell));
        QString change;
        if (hasGradient) {
            const double gradient = numberIn(trace, {cell.node, Quantity::Gradient, cell.index});
            change = QStringLiteral("<p>%1</p>")
                         .arg(tr("If it grew by a little, the loss would change by <a href='%1'>%2</a> times as much.")
                                  .arg(linkTo({cell.node, Quantity::Gradient, cell.index}), shortNumber(gradient))) +
                     text.gradientInShort(cell);
            if (gradient == 0 && isUntold(cell)) {
                change += QStringLiteral("<p>%1</p>")
                              .arg(tr("After this word nothing is told yet, so it has no part in the loss."));
            }
        } else {
            change = QStringLiteral("<p>%1</p>")
                         .arg(trace.hasBackward()
                                  ? tr("The loss does not depend on this number.")
                                  : tr("A sentence of one word has no next word to learn from, so there is no loss."));
        }
        showSection(m_change, tr("What changes it"), change);
    }
    showSection(m_update, tr("The update"), text.update(cell));
    m_tensor->show(trace, cell.node, cell.quantity, cell.index);
}

void Inspector::showStep() {
    const Trace& trace = *m_session.trace();
    const Step step = *m_session.currentStep();
    const Selection& selection = m_session.selection();
    const Var node = shownNode();
    const bool ofStep = node == step.node;
    const bool hasGradient = !trace.gradients(node).empty();
    const bool isGradient =
        hasGradient && (selection.node ? selection.quantity == Quantity::Gradient : step.phase == Phase::Backward);
    const QString place = placeOf(trace, node);
    m_heading->setText(ofStep ? tr("This step") : tr("This tensor"));
    m_title->setText(ofStep ? titleOf(trace, step) : titleOf(trace, node));
    m_title->setToolTip({});
    m_address->setText(breakable(QString::fromStdString(trace.name(node))));
    m_value->setChecked(!isGradient);
    m_gradient->setChecked(isGradient);
    m_gradient->setEnabled(hasGradient);
    const Step told = ofStep ? step : Step{isGradient ? Phase::Backward : Phase::Forward, node};
    QString story = QStringLiteral("<p style='line-height:130%'>%1</p><p><i>%2</i></p>")
                        .arg(storyOf(trace, told).toHtmlEscaped(), formulaOf(trace, told).toHtmlEscaped());
    showSection(m_source, place.isEmpty() ? tr("What happens here") : place, story);
    showSection(m_change, tr("Any number"),
                QStringLiteral("<p>%1</p>")
                    .arg(tr("Click a number in the picture to see where it comes from and what "
                            "changes it.")));
    showSection(m_update, {}, {});
    m_tensor->show(trace, node, isGradient ? Quantity::Gradient : Quantity::Value, {});
}

}  // namespace attentarium
