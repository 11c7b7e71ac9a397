#include "ui/views/charts/chart_look.h"

#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QTextLayout>
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "ui/explain/theme.h"

namespace attentarium {

NamedBarsView::NamedBarsView(QChart* chart, Side side, QWidget* parent) : QChartView(chart, parent), m_side(side) {
    prepareView(*this);
    setFocusPolicy(Qt::NoFocus);
    // Narrow docks must not be kept wide by a chart.
    setMinimumSize(1, 1);
}

void NamedBarsView::setNames(const QStringList& names, int wanted) {
    m_names = names;
    m_wanted = wanted;
    reserveRoom();
    viewport()->update();
}

void NamedBarsView::setBefore(const std::vector<double>& shares) {
    m_before = shares;
    viewport()->update();
}

void NamedBarsView::drawBefore(QPainter& painter) const {
    const QRectF plot = chart()->plotArea();
    const bool left = m_side == Side::Left;
    const double each = (left ? plot.height() : plot.width()) / static_cast<double>(m_before.size());
    const double thick = each * 0.86;
    painter.setPen(QPen(theme().ink, 1));
    painter.setBrush(QBrush(theme().mutedInk, Qt::BDiagPattern));
    for (std::size_t i = 0; i < m_before.size(); ++i) {
        const double start = each * (static_cast<double>(i) + 0.5) - thick / 2;
        const double share = std::clamp(m_before[i], 0.0, 1.0);
        const QRectF bar =
            left ? QRectF(plot.left(), plot.top() + start, plot.width() * share, thick)
                 : QRectF(plot.left() + start, plot.bottom() - plot.height() * share, thick, plot.height() * share);
        painter.drawRect(bar);
    }
}

double NamedBarsView::longest() const {
    double longest = 0;
    for (const QString& name : m_names) {
        longest = std::max<double>(longest, fontMetrics().horizontalAdvance(name));
    }
    return longest;
}

void NamedBarsView::reserveRoom() {
    const int room = static_cast<int>(longest()) + fontMetrics().height() / 2;
    chart()->setMargins(m_side == Side::Left ? QMargins(room, 2, 4, 2) : QMargins(2, 2, 4, room));
}

void NamedBarsView::drawForeground(QPainter* painter, const QRectF& rect) {
    QChartView::drawForeground(painter, rect);
    if (m_names.isEmpty()) return;
    drawBefore(*painter);
    const QRectF plot = chart()->plotArea();
    const double line = fontMetrics().height();
    const bool left = m_side == Side::Left;
    const double each = (left ? plot.height() : plot.width()) / static_cast<double>(m_names.size());
    const int every = std::max(1, static_cast<int>(std::ceil(line * 0.95 / each)));
    painter->setPen(theme().ink);
    for (int i = 0; i < m_names.size(); ++i) {
        // Around the wanted name the others make room.
        const bool crowded = m_wanted >= 0 && i != m_wanted && std::abs(i - m_wanted) < every;
        if (i != m_wanted && (i % every != 0 || crowded)) continue;
        const double middle = each * (i + 0.5);
        QFont named = font();
        named.setBold(i == m_wanted);
        painter->setFont(named);
        if (left) {
            painter->drawText(QRectF(0, plot.top() + middle - line, plot.left() - line / 3, 2 * line),
                              Qt::AlignRight | Qt::AlignVCenter, m_names[i]);
        } else {
            painter->save();
            painter->translate(plot.left() + middle, plot.bottom() + line / 4);
            painter->rotate(-90);
            painter->drawText(QRectF(-1000, -line, 1000, 2 * line), Qt::AlignRight | Qt::AlignVCenter, m_names[i]);
            painter->restore();
        }
    }
}

void NamedBarsView::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::FontChange) reserveRoom();
}

QString inLines(const QString& text, const QFont& font, int width) {
    QTextLayout layout(text, font);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed().toHtmlEscaped());
    }
    layout.endLayout();
    return lines.join(QStringLiteral("<br>"));
}

}  // namespace attentarium
