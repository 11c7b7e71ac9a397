#include "ui/views/inspector/tensor_summary.h"

#include <QBoxLayout>
#include <QLabel>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/cell_link.h"
#include "ui/views/inspector/histogram.h"
#include "ui/views/inspector/tensor_table.h"

namespace attentarium {

TensorSummary::TensorSummary(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_histogram(new Histogram(this)),
      m_facts(new QLabel(this)) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(6);
    QFont bold;
    bold.setBold(true);
    m_title->setFont(bold);
    m_text->setObjectName(QStringLiteral("tensor"));
    m_facts->setObjectName(QStringLiteral("facts"));
    for (QLabel* const label : {m_title, m_text, m_facts}) {
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    for (QWidget* const widget : std::initializer_list<QWidget*>{m_title, m_text, m_histogram, m_facts}) {
        column->addWidget(widget);
    }
}

void TensorSummary::show(const Trace& trace, Var node, Quantity quantity, std::optional<std::int64_t> cell) {
    const bool isGradient = quantity == Quantity::Gradient;
    const auto numbers = isGradient ? trace.gradients(node) : trace.values(node);
    const TensorFacts facts = factsOf(numbers);
    const Shape shape = trace.shape(node);
    m_title->setText(tr("This tensor") + QStringLiteral("  ") +
                     (shape.rank() == 0 ? tr("one number") : QString::fromStdString(shape.text())));
    m_text->setText(isGradient ? tr("All its gradients:") : tr("All its values:"));
    const std::optional<double> marked = cell ? std::optional(numberIn(trace, {node, quantity, *cell})) : std::nullopt;
    m_histogram->show(numbers, isGradient ? theme().backward : colourOf(trace.site(node)), marked);
    m_histogram->setVisible(facts.finite > 1);
    QString text =
        tr("min %1 · mean %2 · max %3").arg(shortNumber(facts.least), shortNumber(facts.mean), shortNumber(facts.most));
    if (facts.hidden > 0) text += QStringLiteral(" · ") + tr("%1 hidden by the mask").arg(facts.hidden);
    m_facts->setText(text);
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, theme().mutedInk);
    m_facts->setPalette(quiet);
}

}  // namespace attentarium
