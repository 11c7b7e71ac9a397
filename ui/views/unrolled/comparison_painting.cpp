#include <QPainter>

#include "ui/explain/colour_map.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/unrolled/comparison_plan.h"

namespace attentarium {

void ComparisonTable::paintModel(QPainter& painter, const Plan& plan, int row, double left) const {
    const ComparedModel& model = m_comparison->models[static_cast<std::size_t>(row)];
    painter.fillRect(plan.head(row).translated(left, 0).adjusted(0, 1, 0, 0), theme().panel);
    const QRectF head = plan.head(row).translated(left, 0).adjusted(8, 8, -10, -6);
    QFont bold = plan.font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(theme().ink);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignTop, model.name);
    painter.setFont(plan.small);
    painter.setPen(theme().mutedInk);
    const double y = head.top() + QFontMetricsF(bold).height() + 2;
    const QStringList lines = headOf(model);
    for (int i = 0; i < lines.size(); ++i) {
        painter.drawText(QPointF(head.left(), y + (i + 0.8) * plan.line), lines[i]);
    }
    painter.setPen(QPen(theme().line, 1));
    painter.drawLine(QPointF(0, plan.head(row).top()), QPointF(plan.size.width(), plan.head(row).top()));
}

void ComparisonTable::paintCell(QPainter& painter, const Plan& plan, int row, int word) const {
    const ComparedStep& step =
        m_comparison->models[static_cast<std::size_t>(row)].steps[static_cast<std::size_t>(word)];
    const QRectF cell = plan.cell(row, word).adjusted(5, 5, -5, -4);
    const bool hasNext = word + 1 < tableColumns();
    painter.setFont(plan.small);
    const QFontMetricsF small(plan.small);
    double y = cell.top();
    for (const auto& [next, share] : step.next) {
        const QRectF line(cell.left(), y, cell.width(), plan.line);
        QRectF bar = line.adjusted(0, 1, 0, -1);
        bar.setWidth(bar.width() * share);
        painter.fillRect(bar, faded(theme().accent, theme().panel, 0.7));
        // The word that came is marked by more than a colour.
        const bool came = hasNext && next == m_comparison->words[word + 1];
        QFont font = plan.small;
        font.setBold(came);
        painter.setFont(font);
        painter.setPen(theme().ink);
        const QString number = percent(share);
        painter.drawText(line.adjusted(2, 0, -2, 0), Qt::AlignRight | Qt::AlignVCenter, number);
        const double room = line.width() - small.horizontalAdvance(number) - 8;
        painter.drawText(line.adjusted(3, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(font).elidedText(next, Qt::ElideRight, room));
        y += plan.line;
    }
    if (!hasNext) return;
    // The loss of the word that came, as a bar that grows from the bottom.
    const QRectF area(cell.left(), y + 4, cell.width(), cell.bottom() - y - 4);
    const QString loss = shortNumber(step.loss);
    painter.setFont(plan.small);
    const double text = small.horizontalAdvance(QStringLiteral("0.00000")) + 4;
    const QRectF number(area.left(), area.bottom() - plan.line, area.width(), plan.line);
    painter.setPen(theme().mutedInk);
    painter.drawText(number, Qt::AlignRight | Qt::AlignVCenter, loss);
    const double width = std::max(8.0, std::min(22.0, area.width() - text));
    const double height = std::max(1.0, area.height() * step.loss / plan.mostLoss);
    const QRectF bar(area.left() + 3, area.bottom() - height, width, height);
    painter.fillRect(bar, theme().loss);
}

void ComparisonTable::paint(QPainter& painter, QSizeF room, double left) const {
    if (tableRows() == 0) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const Plan plan = planIn(room);
    painter.fillRect(QRectF(QPointF(), plan.size), theme().panel);
    if (m_word >= 0 && m_word < tableColumns()) {
        const QRectF column(plan.cell(0, m_word).left(), 0, plan.column, plan.size.height());
        painter.fillRect(column, theme().accentSoft);
    }
    for (int word = 0; word < tableColumns(); ++word) {
        QFont font = plan.font;
        font.setBold(word == m_word);
        painter.setFont(font);
        painter.setPen(theme().ink);
        const QRectF head(plan.cell(0, word).left(), 0, plan.column, plan.top - 2);
        painter.drawText(head, Qt::AlignCenter,
                         QFontMetricsF(font).elidedText(m_comparison->words[word], Qt::ElideRight, head.width() - 4));
    }
    for (int row = 0; row < tableRows(); ++row) {
        for (int word = 0; word < tableColumns(); ++word) {
            paintCell(painter, plan, row, word);
            const bool isHovered = row == m_hoveredRow && word == m_hoveredWord;
            if (!isHovered && !isCellChosen(row, word)) continue;
            painter.setPen(QPen(isHovered ? theme().mutedInk : theme().accent, isHovered ? 1 : 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(plan.cell(row, word).adjusted(1, 2, -1, -2), 4, 4);
        }
        paintModel(painter, plan, row, left);
    }
    painter.fillRect(QRectF(left, 0, plan.side, plan.top - 1), theme().panel);
}

void ComparisonTable::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    paint(painter, m_planned, std::max(0, -x()));
    if (!hasFocus() || m_row >= 0) return;
    painter.setPen(QPen(theme().accent, 2, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

}  // namespace attentarium
