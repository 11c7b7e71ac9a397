#include "ui/views/stage/card_item.h"

#include <QCursor>
#include <QGraphicsSceneMouseEvent>
#include <QKeyEvent>
#include <QPaintEngine>
#include <QPainter>
#include <algorithm>

#include "ui/explain/colour_map.h"
#include "ui/explain/theme.h"

namespace attentarium {
namespace {

constexpr qreal kInset = 6;

/// Cells stay sharp, also in files whose viewers smooth what they enlarge.
void drawCells(QPainter& painter, const QRectF& place, const QImage& cells) {
    const bool raster = painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(place, raster ? cells : cells.scaled(cells.size() * std::max(1, 512 / cells.width())));
}

}  // namespace

CardItem::CardItem(const StageFonts& fonts, const QSizeF& size, QGraphicsItem* parent)
    : QGraphicsObject(parent), m_fonts(fonts), m_size(size) {
    setFlag(ItemIsFocusable);
    setAcceptHoverEvents(true);
    setCursor(Qt::PointingHandCursor);
}

void CardItem::paintSign(QPainter& painter, const QRectF& head, const QString& sign) const {
    if (sign.isEmpty()) return;
    const QSizeF size(widthOf(m_fonts.smallBold, sign) + 6, m_fonts.smallLine * 1.2);
    if (size.width() > head.width() || size.height() > head.height()) return;
    const QRectF plate(head.center() - QPointF(size.width(), size.height()) / 2, size);
    painter.setPen(QPen(theme().ink, 1));
    painter.setBrush(theme().panel);
    painter.drawRoundedRect(plate, 3, 3);
    painter.setFont(m_fonts.smallBold);
    painter.drawText(plate, Qt::AlignCenter, sign);
}

void CardItem::setContent(CardContent content) {
    m_content = std::move(content);
    if (toolTip() != m_content.name) setToolTip(m_content.name);
    update();
}

QRectF CardItem::boundingRect() const {
    return QRectF(QPointF(), m_size).adjusted(-6, -6, 6, 6);
}

void CardItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(QPointF(), m_size).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool current = m_content.presence == Presence::Current;
    const bool pending = m_content.presence == Presence::Pending;
    const QColor plain = m_hovered ? theme().mutedInk : theme().line;
    painter->setPen(
        QPen(current ? m_content.colour : plain, current ? 2.5 : 1, pending ? Qt::DashLine : Qt::SolidLine));
    painter->setBrush(current ? faded(m_content.colour, theme().panel, 0.9) : theme().panel);
    painter->drawRoundedRect(box, 6, 6);
    const bool quiet = pending || m_content.presence == Presence::Dimmed;
    painter->setPen(quiet ? theme().mutedInk : theme().ink);
    const QFont& font = current ? m_fonts.smallBold : m_fonts.small;
    painter->setFont(font);
    const qreal width = box.width() - 2 * kInset;
    const auto line = [&](const QString& text, qreal y) {
        painter->drawText(QPointF(kInset, y), QFontMetricsF(painter->font()).elidedText(text, Qt::ElideRight, width));
    };
    qreal y = kInset + m_fonts.smallLine * 0.8;
    line(m_content.title, y);
    const QRectF below(kInset, y + 6, width, box.bottom() - kInset - y - 6);
    const bool same = m_content.detail == m_content.number;
    const bool large =
        !m_content.number.isEmpty() && paintNumber(*painter, same ? below : below.adjusted(0, m_fonts.smallLine, 0, 0));
    if (!m_content.detail.isEmpty() && !(large && same) && m_size.height() > m_fonts.smallLine * 3 &&
        m_size.width() > m_fonts.line * 5.5) {
        y += m_fonts.smallLine;
        painter->setFont(m_fonts.small);
        painter->setPen(theme().mutedInk);
        line(m_content.detail, y);
    }
    paintPictures(*painter, {kInset, y + 6, width, box.bottom() - kInset - y - 6});
    if (!hasFocus()) return;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(theme().accent, 1.5, Qt::DotLine));
    painter->drawRoundedRect(box.adjusted(-3, -3, 3, 3), 8, 8);
}

bool CardItem::paintNumber(QPainter& painter, const QRectF& room) const {
    constexpr qreal kLargest = 2.6;
    const qreal factor = std::min(
        {kLargest, room.height() / (m_fonts.line * 1.4), room.width() / widthOf(m_fonts.bold, m_content.number)});
    if (factor < 1) return false;
    const QFont font = scaledFont(m_fonts.bold, factor);
    painter.save();
    painter.setFont(font);
    painter.setPen(theme().ink);
    painter.drawText(QPointF(room.center().x() - widthOf(font, m_content.number) / 2,
                             room.center().y() + QFontMetricsF(font).capHeight() / 2),
                     m_content.number);
    painter.restore();
    return true;
}

void CardItem::paintPictures(QPainter& painter, QRectF room) const {
    if (m_content.picture.isNull() || room.height() < 4) return;
    const auto heads = static_cast<qreal>(m_content.heads.size());
    const qreal side = heads > 0 ? std::min((room.width() - (heads - 1) * 3) / heads, room.height() * 0.5) : 0;
    if (side >= 7) {
        qreal x = room.left();
        for (std::size_t head = 0; head < m_content.heads.size(); ++head) {
            const QRectF place(x, room.bottom() - side, side, side);
            drawCells(painter, place, m_content.heads[head]);
            paintSign(painter, place, m_content.headSigns.value(static_cast<qsizetype>(head)));
            x += side + 3;
        }
        room.setBottom(room.bottom() - side - 5);
    }
    drawCells(painter, room, m_content.picture);
}

void CardItem::mousePressEvent(QGraphicsSceneMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    Q_EMIT activated();
}

void CardItem::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter && event->key() != Qt::Key_Space) {
        event->ignore();
        return;
    }
    Q_EMIT activated();
}

void CardItem::hoverEnterEvent(QGraphicsSceneHoverEvent*) {
    m_hovered = true;
    update();
}

void CardItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*) {
    m_hovered = false;
    update();
}

void CardItem::focusInEvent(QFocusEvent*) {
    update();
}

void CardItem::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace attentarium
