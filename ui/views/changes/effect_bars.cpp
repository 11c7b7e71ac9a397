#include "ui/views/changes/effect_bars.h"

#include <QPainter>
#include <algorithm>
#include <utility>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/change_words.h"

namespace attentarium {

void EffectBars::show(std::vector<Row> rows) {
    m_rows = std::move(rows);
    QStringList said;
    for (const Row& row : m_rows) said.append(row.name + QStringLiteral(" ") + numbersOf(row));
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    setVisible(!m_rows.empty());
    updateGeometry();
    update();
}

QString EffectBars::numbersOf(const Row& row) const {
    return tr("%1 → %2  %3").arg(percent(row.before), percent(row.after), points(row.after - row.before));
}

int EffectBars::rowHeight() const {
    return fontMetrics().height() * 11 / 5;
}

QSize EffectBars::sizeHint() const {
    return {fontMetrics().height() * 12, rowHeight() * static_cast<int>(m_rows.size())};
}

void EffectBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int line = fontMetrics().height();
    double most = 0.01;
    for (const Row& row : m_rows) most = std::max({most, row.before, row.after});
    const auto length = [&](double share) { return share / most * (width() - 2); };
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        const int top = rowHeight() * static_cast<int>(i);
        const QString numbers = numbersOf(row);
        const int room = width() - fontMetrics().horizontalAdvance(numbers) - line / 2;
        painter.setPen(theme().ink);
        painter.drawText(QRect(0, top, room, line), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(row.name, Qt::ElideRight, room));
        painter.drawText(QRect(0, top, width(), line), Qt::AlignRight | Qt::AlignVCenter, numbers);
        const double bar = line * 0.36;
        const QRectF was(1, top + line + 1, length(row.before), bar);
        const QRectF is(1, was.bottom() + 2, length(row.after), bar);
        painter.setPen(QPen(theme().mutedInk, 1));
        painter.setBrush(QBrush(theme().mutedInk, Qt::BDiagPattern));
        painter.drawRect(was);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().accent);
        painter.drawRect(is);
    }
}

}  // namespace attentarium
