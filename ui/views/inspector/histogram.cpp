#include "ui/views/inspector/histogram.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/inspector/tensor_table.h"

namespace attentarium {
namespace {

constexpr int kBins = 24;

}  // namespace

Histogram::Histogram(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize Histogram::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().height() * 5};
}

void Histogram::show(std::span<const float> numbers, const QColor& colour, std::optional<double> marked) {
    const TensorFacts facts = factsOf(numbers);
    m_least = facts.least;
    m_most = facts.most;
    m_colour = colour;
    m_counts.assign(facts.finite == 0 ? 0 : m_most > m_least ? kBins : 1, 0);
    for (const float number : numbers) {
        if (std::isfinite(number)) ++m_counts[static_cast<std::size_t>(binAt(static_cast<double>(number)))];
    }
    m_marked = marked && std::isfinite(*marked) && !m_counts.empty() ? binAt(*marked) : -1;
    describe();
    update();
}

int Histogram::binAt(double number) const {
    const auto bins = static_cast<int>(m_counts.size());
    if (bins < 2) return 0;
    return std::clamp(static_cast<int>((number - m_least) / (m_most - m_least) * bins), 0, bins - 1);
}

double Histogram::edge(int bin) const {
    return m_least + (m_most - m_least) * bin / static_cast<double>(std::max<std::size_t>(1, m_counts.size()));
}

void Histogram::describe() {
    setAccessibleName(tr("Histogram"));
    if (m_counts.empty()) {
        setAccessibleDescription({});
        return;
    }
    const auto fullest = static_cast<int>(std::ranges::max_element(m_counts) - m_counts.begin());
    setAccessibleDescription(tr("Most of the numbers, %1, lie from %2 to %3.")
                                 .arg(m_counts[static_cast<std::size_t>(fullest)])
                                 .arg(shortNumber(edge(fullest)), shortNumber(edge(fullest + 1))));
}

void Histogram::paintEvent(QPaintEvent*) {
    if (m_counts.empty()) return;
    QPainter painter(this);
    const double foot = height() - fontMetrics().height() - 2.0;
    const double each = width() / static_cast<double>(m_counts.size());
    const double scale = (foot - 2) / *std::ranges::max_element(m_counts);
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i] == 0) continue;
        // One number among thousands still shows.
        const double tall = std::max(1.5, m_counts[i] * scale);
        const QRectF bar(static_cast<double>(i) * each + 0.5, foot - tall, std::max(1.0, each - 1), tall);
        painter.fillRect(bar, m_colour);
        if (static_cast<int>(i) == m_marked) {
            painter.setPen(QPen(theme().ink, 2));
            painter.drawRect(bar.adjusted(0, 0, 0, -1));
        }
    }
    painter.setPen(theme().line);
    painter.drawLine(QPointF(0, foot + 0.5), QPointF(width(), foot + 0.5));
    painter.setPen(theme().mutedInk);
    const QRect below(0, static_cast<int>(foot) + 2, width(), fontMetrics().height());
    painter.drawText(below, Qt::AlignLeft, shortNumber(m_least));
    if (m_counts.size() > 1) painter.drawText(below, Qt::AlignRight, shortNumber(m_most));
}

void Histogram::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) describe();
    if (event->type() == QEvent::FontChange) updateGeometry();
    QWidget::changeEvent(event);
}

bool Histogram::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || m_counts.empty()) return QWidget::event(event);
    const auto* const help = static_cast<QHelpEvent*>(event);
    const int bin = std::clamp(static_cast<int>(help->pos().x() * static_cast<int>(m_counts.size()) / width()), 0,
                               static_cast<int>(m_counts.size()) - 1);
    QToolTip::showText(help->globalPos(),
                       tr("%1 numbers from %2 to %3")
                           .arg(m_counts[static_cast<std::size_t>(bin)])
                           .arg(shortNumber(edge(bin)), shortNumber(edge(bin + 1))),
                       this);
    return true;
}

}  // namespace attentarium
