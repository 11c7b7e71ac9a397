#include "ui/views/stage/bars_item.h"

#include <QCursor>
#include <QGraphicsSceneMouseEvent>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/explain/colour_map.h"
#include "ui/explain/theme.h"

namespace attentarium {

BarsItem::BarsItem(const StageFonts& fonts, const QSizeF& size, int rows, QGraphicsItem* parent)
    : QGraphicsObject(parent), m_fonts(fonts), m_size(size), m_rows(std::max(1, rows)) {
    setFlag(ItemIsFocusable);
    setCursor(Qt::PointingHandCursor);
}

void BarsItem::setContent(BarsContent content) {
    m_content = std::move(content);
    update();
}

void BarsItem::setLit(std::vector<std::int64_t> lit) {
    if (m_content.lit == lit) return;
    m_content.lit = std::move(lit);
    update();
}

qreal BarsItem::labelWidth() const {
    qreal widest = 0;
    for (const Bar& bar : m_content.bars) widest = std::max(widest, widthOf(m_fonts.smallBold, bar.label));
    return std::min(widest, m_size.width() * 0.6);
}

qreal BarsItem::numberWidth() const {
    qreal widest = widthOf(m_fonts.smallBold, QStringLiteral("−0.888"));
    for (const Bar& bar : m_content.bars) widest = std::max(widest, widthOf(m_fonts.smallBold, bar.text));
    return widest;
}

QRectF BarsItem::barRect(int row) const {
    const qreal height = m_size.height() / m_rows;
    return {0, row * height, m_size.width(), height};
}

QRectF BarsItem::boundingRect() const {
    const qreal header = headerHeight() + 4;
    return {-8, -header, m_size.width() + m_fonts.line * 2, m_size.height() + header + 10};
}

void BarsItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing);
    const bool quiet = m_content.presence == Presence::Dimmed || m_content.presence == Presence::Pending;
    qreal y = -headerHeight() + m_fonts.line * 0.85;
    painter->setFont(m_fonts.bold);
    painter->setPen(quiet ? theme().mutedInk : m_content.colour);
    painter->drawText(QPointF(0, y), m_content.title);
    painter->setFont(m_fonts.small);
    painter->setPen(theme().mutedInk);
    painter->drawText(QPointF(0, y + m_fonts.smallLine * 1.1), m_content.remark);

    const QRectF frame(-4, -4, m_size.width() + 8, m_size.height() + 8);
    if (m_content.presence == Presence::Pending) {
        painter->setPen(QPen(theme().line, 1, Qt::DashLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(frame, 4, 4);
        painter->setPen(theme().mutedInk);
        painter->drawText(frame, Qt::AlignCenter | Qt::TextWordWrap,
                          m_content.pendingText.isEmpty() ? tr("not computed yet") : m_content.pendingText);
        return;
    }
    const bool current = m_content.presence == Presence::Current;
    painter->setPen(current ? QPen(m_content.frameColour, 2.5) : QPen(theme().line, 1));
    painter->setBrush(theme().panel);
    painter->drawRoundedRect(frame, 5, 5);
    if (hasFocus()) {
        painter->setPen(QPen(theme().accent, 1.5, Qt::DotLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(frame.adjusted(-4, -4, 4, 4), 6, 6);
    }
    for (int row = 0; row < static_cast<int>(m_content.bars.size()); ++row) paintBar(*painter, row);
}

void BarsItem::paintBar(QPainter& painter, int row) const {
    const Bar& bar = m_content.bars[static_cast<std::size_t>(row)];
    const QRectF place = barRect(row);
    const bool quiet = m_content.presence == Presence::Dimmed;
    const QFontMetricsF metrics(m_fonts.small);
    const qreal base = place.center().y() + metrics.capHeight() / 2;
    painter.setFont(bar.marked ? m_fonts.smallBold : m_fonts.small);
    painter.setPen(quiet ? theme().mutedInk : theme().ink);
    painter.drawText(QPointF(2, base), bar.label);

    const qreal left = labelWidth() + 10;
    const qreal room = std::max(8.0, place.width() - left - numberWidth() - 8);
    const double share = m_content.limit > 0 ? std::clamp(std::abs(bar.number) / m_content.limit, 0.0, 1.0) : 0;
    const QRectF filled(left, place.top() + place.height() * 0.22, std::max(1.0, room * share), place.height() * 0.56);
    painter.setPen(bar.marked ? QPen(theme().ink, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(quiet ? faded(m_content.colour, theme().panel, 0.6) : m_content.colour);
    painter.drawRoundedRect(filled, 2, 2);
    painter.setPen(quiet ? theme().mutedInk : theme().ink);
    painter.drawText(QPointF(left + filled.width() + 6, base), bar.text);

    const bool selected = m_content.selected == bar.index;
    if (!selected && std::ranges::find(m_content.lit, bar.index) == m_content.lit.end()) return;
    painter.setPen(QPen(theme().ink, selected ? 2.5 : 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(place.adjusted(0, 1, 0, -1), 3, 3);
}

void BarsItem::mousePressEvent(QGraphicsSceneMouseEvent* event) {
    const auto row = static_cast<int>(std::floor(event->pos().y() / (m_size.height() / m_rows)));
    if (event->button() != Qt::LeftButton || m_content.presence == Presence::Pending || row < 0 ||
        row >= static_cast<int>(m_content.bars.size())) {
        event->ignore();
        return;
    }
    setFocus(Qt::MouseFocusReason);
    Q_EMIT barChosen(m_content.bars[static_cast<std::size_t>(row)].index);
}

void BarsItem::keyPressEvent(QKeyEvent* event) {
    const bool down = event->key() == Qt::Key_Down, up = event->key() == Qt::Key_Up;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if ((!down && !up && !enter) || m_content.bars.empty() || m_content.presence == Presence::Pending) {
        event->ignore();
        return;
    }
    const auto chosen =
        std::ranges::find_if(m_content.bars, [&](const Bar& bar) { return m_content.selected == bar.index; });
    std::ptrdiff_t row = chosen == m_content.bars.end() ? 0 : chosen - m_content.bars.begin() + (down - up);
    row = std::clamp<std::ptrdiff_t>(row, 0, static_cast<std::ptrdiff_t>(m_content.bars.size()) - 1);
    Q_EMIT barChosen(m_content.bars[static_cast<std::size_t>(row)].index);
}

void BarsItem::focusInEvent(QFocusEvent*) {
    update();
}

void BarsItem::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace attentarium
