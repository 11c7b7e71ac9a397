#include "ui/views/stage/head_item.h"

#include <QCursor>
#include <QGraphicsSceneMouseEvent>
#include <QKeyEvent>
#include <QPaintEngine>
#include <QPainter>
#include <algorithm>

#include "ui/explain/theme.h"

namespace attentarium {

HeadItem::HeadItem(const StageFonts& fonts, int head, qreal side, QGraphicsItem* parent)
    : QGraphicsObject(parent), m_fonts(fonts), m_head(head), m_side(side) {
    setFlag(ItemIsFocusable);
    setCursor(Qt::PointingHandCursor);
}

QString HeadItem::text() const {
    const QString name = tr("head %1").arg(m_head + 1);
    return m_remark.isEmpty() ? name : name + QStringLiteral(": ") + m_remark;
}

void HeadItem::setRemark(const QString& remark, const QString& signs) {
    if (remark == m_remark) return;
    prepareGeometryChange();
    m_remark = remark;
    m_signs = signs;
    setToolTip(remark.isEmpty() ? QString() : text());
    update();
}

QString HeadItem::shownRemark() const {
    // As wide as the neighbours leave room.
    return widthOf(m_fonts.small, m_remark) <= m_side + m_fonts.line * 0.8 ? m_remark : m_signs;
}

void HeadItem::setImage(const QImage& image) {
    m_image = image;
    update();
}

void HeadItem::setChosen(bool chosen) {
    m_chosen = chosen;
    update();
}

QRectF HeadItem::boundingRect() const {
    const qreal caption = widthOf(m_fonts.smallBold, tr("head %1").arg(m_head + 1));
    const qreal width = std::max({m_side, caption, widthOf(m_fonts.smallBold, shownRemark())});
    const qreal below = m_fonts.smallLine * (m_remark.isEmpty() ? 1 : 2);
    return {(m_side - width) / 2 - 6, -6, width + 12, m_side + below + 14};
}

void HeadItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box(0, 0, m_side, m_side);
    if (!m_image.isNull()) {
        QImage image = m_image;
        if (painter->paintEngine() && painter->paintEngine()->type() != QPaintEngine::Raster) {
            image = image.scaled(image.size() * std::max(1, 512 / image.width()));
        }
        painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter->drawImage(box, image);
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(m_chosen ? theme().attention : theme().line, m_chosen ? 2.5 : 1,
                         m_image.isNull() ? Qt::DashLine : Qt::SolidLine));
    painter->drawRoundedRect(box.adjusted(-2, -2, 2, 2), 4, 4);
    if (hasFocus()) {
        painter->setPen(QPen(theme().accent, 1.5, Qt::DotLine));
        painter->drawRoundedRect(box.adjusted(-5, -5, 5, 5), 5, 5);
    }
    const QFont& font = m_chosen ? m_fonts.smallBold : m_fonts.small;
    painter->setFont(font);
    painter->setPen(m_chosen ? theme().attention : theme().mutedInk);
    const auto write = [&](const QString& text, qreal below) {
        painter->drawText(QPointF((m_side - widthOf(painter->font(), text)) / 2, m_side + below), text);
    };
    write(tr("head %1").arg(m_head + 1), m_fonts.smallLine);
    if (m_remark.isEmpty()) return;
    painter->setFont(m_fonts.small);
    painter->setPen(theme().ink);
    write(shownRemark(), m_fonts.smallLine * 1.95);
}

void HeadItem::mousePressEvent(QGraphicsSceneMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    Q_EMIT activated();
}

void HeadItem::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter && event->key() != Qt::Key_Space) {
        event->ignore();
        return;
    }
    Q_EMIT activated();
}

void HeadItem::focusInEvent(QFocusEvent*) {
    update();
}

void HeadItem::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace attentarium
