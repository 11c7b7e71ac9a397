#include "ui/views/stage/source_strip.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "ui/explain/colour_map.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/views/stage/operation_parts.h"
#include "ui/views/stage/stage_scene.h"

namespace attentarium {
namespace {

constexpr std::size_t kMostReasons = 2;  ///< of a gradient with several users

}  // namespace

SourceCells::SourceCells(const StageScene& scene, QWidget* parent) : QWidget(parent), m_scene(scene) {
    setAccessibleName(tr("Where the number comes from"));
}

void SourceCells::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) setAccessibleName(tr("Where the number comes from"));
}

void SourceCells::adopt() {
    m_lines.clear();
    m_sum.clear();
    const std::vector<Explanation> reasons = m_scene.reasons();
    for (std::size_t i = 0; i < std::min(reasons.size(), kMostReasons); ++i) {
        Line left, right, products;
        products.title = QStringLiteral("=");
        products.isResult = true;
        for (const Term& term : reasons[i].terms) {
            const auto add = [&](Line& line, const std::optional<Factor>& factor) {
                line.numbers.push_back(factor ? factor->value : std::nan(""));
                if (!factor) return;
                if (std::isfinite(factor->value)) line.limit = std::max(line.limit, std::abs(factor->value));
                if (!line.title.isEmpty()) return;
                const bool gradient = factor->cell.quantity == Quantity::Gradient;
                line.title =
                    (gradient ? QStringLiteral("∂ ") : QString()) + titleOf(m_scene.trace(), factor->cell.node);
            };
            add(left, term.left);
            add(right, term.right);
            products.numbers.push_back(term.product());
        }
        const bool pairs = !right.title.isEmpty() && reasons[i].rule == Rule::SumOfProducts;
        if (!left.title.isEmpty()) m_lines.push_back(left);
        if (!right.title.isEmpty()) {
            right.title = QStringLiteral("· ") + right.title;
            m_lines.push_back(right);
        }
        for (const double number : products.numbers) {
            if (std::isfinite(number)) products.limit = std::max(products.limit, std::abs(number));
        }
        if (pairs) m_lines.push_back(products);
    }
    const Var node = m_scene.subject();
    const bool gradient = !reasons.empty() && m_scene.reading().quantityOf(node) == Quantity::Gradient;
    m_sum = reasons.empty() ? QString() : arithmeticOf(m_scene, node, gradient);
    std::size_t longest = 0;
    for (const Line& line : m_lines) longest = std::max(longest, line.numbers.size());
    const qreal width = titleWidth() + static_cast<qreal>(longest) * cellWidth() + 20;
    const QSize size(static_cast<int>(std::min(width, 8e6)),
                     static_cast<int>((static_cast<qreal>(m_lines.size()) + 1.2) * cellHeight() + 6));
    setMinimumSize(size);
    resize(size);
    setAccessibleDescription(m_sum);
    setToolTip(m_sum);
    update();
}

qreal SourceCells::cellWidth() const {
    return widthOf(m_scene.fonts().small, QStringLiteral("−8.88e−06")) + 12;
}

qreal SourceCells::cellHeight() const {
    return m_scene.fonts().smallLine * 1.35;
}

qreal SourceCells::titleWidth() const {
    qreal widest = 0;
    for (const Line& line : m_lines) widest = std::max(widest, widthOf(m_scene.fonts().small, line.title));
    return widest + 24;
}

void SourceCells::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRectF seen = visibleRegion().boundingRect();
    painter.fillRect(seen, theme().panel);
    const StageFonts& fonts = m_scene.fonts();
    const QFontMetricsF metrics(fonts.small);
    const qreal width = cellWidth(), height = cellHeight(), titles = titleWidth();
    qreal y = 3;
    painter.setFont(fonts.smallBold);
    painter.setPen(theme().ink);
    // It stays where it is while the numbers are scrolled.
    const QString sum = QFontMetricsF(fonts.smallBold).elidedText(m_sum, Qt::ElideRight, seen.width() - 28);
    painter.drawText(QPointF(seen.left() + 14, y + height * 0.75), sum);
    y += height * 1.15;
    painter.setFont(fonts.small);
    for (const Line& line : m_lines) {
        const int first = std::max(0, static_cast<int>((seen.left()) / width));
        const int last = std::min(static_cast<int>(line.numbers.size()) - 1, static_cast<int>(seen.right() / width));
        for (int i = first; i <= last; ++i) {
            const double number = line.numbers[static_cast<std::size_t>(i)];
            if (std::isnan(number)) continue;
            const QRectF cell(titles + i * width, y, width - 1, height - 1);
            const QRgb colour = line.isResult ? theme().panel.rgb() : diverging(number, line.limit);
            painter.fillRect(cell, QColor::fromRgb(colour));
            painter.setPen(line.isResult ? theme().ink : inkOn(colour));
            const QString text = shortNumber(number);
            painter.drawText(QPointF(cell.right() - 5 - metrics.horizontalAdvance(text),
                                     cell.center().y() + metrics.capHeight() / 2),
                             text);
        }
        // Its name stays at the left while the numbers are scrolled.
        painter.fillRect(QRectF(seen.left(), y, titles - 6, height), theme().panel);
        painter.setPen(theme().mutedInk);
        painter.drawText(QPointF(seen.left() + 14, y + height / 2 + metrics.capHeight() / 2), line.title);
        y += height;
    }
}

SourceStrip::SourceStrip(const StageScene& scene, QWidget* parent)
    : QScrollArea(parent), m_cells(new SourceCells(scene, this)) {
    setWidget(m_cells);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, m_cells, qOverload<>(&QWidget::update));
}

void SourceStrip::adopt() {
    m_cells->adopt();
    QPalette colours = palette();
    colours.setColor(QPalette::Window, theme().panel);
    viewport()->setPalette(colours);
    viewport()->setAutoFillBackground(true);
    const bool scrolls = m_cells->minimumWidth() > viewport()->width();
    setFixedHeight(m_cells->minimumHeight() + (scrolls ? horizontalScrollBar()->sizeHint().height() : 0) + 2);
}

}  // namespace attentarium
