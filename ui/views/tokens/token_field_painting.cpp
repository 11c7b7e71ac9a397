// How chips look.

#include <QPaintEvent>
#include <QPainter>
#include <array>

#include "ui/explain/theme.h"
#include "ui/views/tokens/token_field.h"

namespace attentarium {
namespace {

QColor mixed(const QColor& one, const QColor& other, double share) {
    const auto mix = [share](int a, int b) { return static_cast<int>(a + (b - a) * share); };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue())};
}

/// Three calm shades one after the other, so that neighbours differ.
QColor shadeOf(int piece) {
    const Theme& colours = theme();
    const double strength = colours.isDark() ? 0.28 : 0.16;
    switch (piece % 3) {
        case 0:
            return mixed(colours.panel, colours.query, strength);
        case 1:
            return mixed(colours.panel, colours.value, strength);
        default:
            return mixed(colours.panel, colours.backward, strength);
    }
}

}  // namespace

void TokenField::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF shown = QRectF(event->rect()).adjusted(0, -lineHeight(), 0, lineHeight());
    for (const PieceGroup& group : m_all.groups) {
        if (m_rects[static_cast<std::size_t>(group.first)].top() > shown.bottom()) break;
        const auto last = static_cast<std::size_t>(group.first + group.count - 1);
        if (m_rects[last].bottom() < shown.top()) continue;
        for (int i = 0; i < group.count; ++i) paintPiece(painter, group.first + i);
        if (!group.characters.isEmpty()) paintGroup(painter, group);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().accent, 2.5));
    for (const int left : m_outlined) {
        const QRectF &one = m_rects[static_cast<std::size_t>(left)],
                     &next = m_rects[static_cast<std::size_t>(left) + 1];
        if (one.bottom() < shown.top()) continue;
        if (one.top() > shown.bottom()) break;
        if (one.top() == next.top()) {
            painter.drawRoundedRect(one.united(next).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        } else {
            painter.drawRoundedRect(one.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
            painter.drawRoundedRect(next.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        }
    }
}

void TokenField::paintPiece(QPainter& painter, int place) const {
    const Theme& colours = theme();
    const TokenPiece& piece = m_all.pieces[static_cast<std::size_t>(place)];
    const QRectF frame = m_rects[static_cast<std::size_t>(place)].adjusted(1, 1, -1, -1);
    const bool isKnown = piece.id.has_value(), isAlike = isSame(piece);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isKnown ? shadeOf(place) : colours.notice);
    painter.drawRoundedRect(frame, 4, 4);
    if (!isKnown) {
        painter.setBrush(QBrush(colours.noticeLine, Qt::BDiagPattern));
        painter.drawRoundedRect(frame, 4, 4);
    }
    painter.setBrush(Qt::NoBrush);
    const QColor border = isAlike   ? colours.ink
                          : isKnown ? mixed(colours.line, colours.mutedInk, 0.5)
                                    : colours.noticeLine;
    painter.setPen(QPen(border, place == m_chosen ? 3 : isAlike ? 2 : 1));
    painter.drawRoundedRect(frame, 4, 4);
    if (hasFocus() && place == m_current) {
        painter.setPen(QPen(colours.accent, 1.5, Qt::DotLine));
        painter.drawRoundedRect(frame.adjusted(2.5, 2.5, -2.5, -2.5), 3, 3);
    }
    const QString text = fontMetrics().elidedText(piece.text, Qt::ElideRight, static_cast<int>(frame.width()));
    if (!isKnown) {
        // Type on hatching is hard to read from afar.
        const double space = fontMetrics().horizontalAdvance(text) + 4;
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.notice);
        painter.drawRect(QRectF(frame.center().x() - space / 2, frame.top() + 2, space, frame.height() - 4));
    }
    painter.setFont(font());
    painter.setPen(colours.ink);
    painter.drawText(frame, Qt::AlignCenter | Qt::TextSingleLine, text);
    if (piece.joint > 0 && text == piece.text) {
        const double begin = frame.center().x() - fontMetrics().horizontalAdvance(text) / 2.0;
        const double at = begin + fontMetrics().horizontalAdvance(text.left(piece.joint));
        painter.setPen(QPen(colours.mutedInk, 1, Qt::DashLine));
        painter.drawLine(QPointF(at, frame.top() + 1), QPointF(at, frame.bottom() - 1));
    }
    painter.setFont(idFont());
    painter.setPen(colours.mutedInk);
    const QRectF below(frame.left() - 4, frame.bottom() + 1, frame.width() + 8, QFontMetricsF(idFont()).height());
    painter.drawText(below, Qt::AlignHCenter | Qt::AlignTop | Qt::TextSingleLine,
                     isKnown ? QString::number(*piece.id) : QStringLiteral("?"));
}

/// The characters above their bytes, with a bracket from the first to the last.
void TokenField::paintGroup(QPainter& painter, const PieceGroup& group) const {
    const QRectF& first = m_rects[static_cast<std::size_t>(group.first)];
    // Where a line ends within the group, the bracket is over what stands in the first line.
    QRectF span = first;
    for (int i = 1; i < group.count; ++i) {
        const QRectF& one = m_rects[static_cast<std::size_t>(group.first + i)];
        if (one.top() == first.top()) span = span.united(one);
    }
    const double y = span.top() - 2;
    painter.setPen(QPen(theme().mutedInk, 1));
    painter.drawPolyline(QPolygonF({QPointF(span.left() + 2, y + 2), QPointF(span.left() + 2, y - 2),
                                    QPointF(span.right() - 2, y - 2), QPointF(span.right() - 2, y + 2)}));
    painter.setFont(font());
    painter.setPen(theme().ink);
    painter.drawText(QRectF(span.left() - 20, span.top() - bandHeight(), span.width() + 40, bandHeight() - 3),
                     Qt::AlignHCenter | Qt::AlignBottom | Qt::TextSingleLine, group.characters);
}

}  // namespace attentarium
