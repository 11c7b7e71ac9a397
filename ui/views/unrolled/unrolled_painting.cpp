#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include "ui/explain/colour_map.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/matrix_image.h"
#include "ui/views/unrolled/cell_colours.h"
#include "ui/views/unrolled/unrolled_picture.h"

namespace attentarium {
namespace {

QColor hueOf(Site site) {
    switch (site) {
        case Site::ForgetGate:
        case Site::UpdateGate:
            return forgottenColour();
        case Site::InputGate:
            return writtenColour();
        case Site::OutputGate:
            return shownColour();
        default:
            return theme().accent;
    }
}

void paintTile(QPainter& painter, const UnrolledPicture& picture, const UnrolledPlan& plan, int row, int time,
               double limit) {
    const std::span<const float> numbers = picture.numbers(row, time);
    const int width = picture.widthOf(row);
    if (!picture.isDone(time)) {
        painter.setPen(QPen(theme().line, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(plan.square(row, time, 0)
                             .united(plan.square(row, time, width - 1))
                             .united(plan.square(row, time, std::min(plan.across, width) - 1)));
        return;
    }
    const StateRow& kind = picture.rows[static_cast<std::size_t>(row)];
    const bool isShare = kind.isGate && !picture.backward;
    const auto colourAt = [&](int unit) {
        const double number = numbers.empty() ? 0 : static_cast<double>(numbers[static_cast<std::size_t>(unit)]);
        return isShare ? sequential(number, hueOf(kind.site)) : diverging(number, limit);
    };
    constexpr int kMostSquares = 64;
    if (width > kMostSquares) {
        // So many are a picture, on the screen and in a file.
        const int lines = (width + plan.across - 1) / plan.across;
        QImage image(plan.across, lines, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        for (int unit = 0; unit < width; ++unit) image.setPixel(unit % plan.across, unit / plan.across, colourAt(unit));
        const QRectF first = plan.square(row, time, 0);
        painter.drawImage(QRectF(first.topLeft(), QSizeF(plan.across, lines) * plan.cell), image);
    } else {
        const double inset = plan.cell >= 6 ? 1 : 0;
        for (int unit = 0; unit < width; ++unit) {
            painter.fillRect(plan.square(row, time, unit).adjusted(0, 0, -inset, -inset), QColor(colourAt(unit)));
        }
    }
    painter.setBrush(Qt::NoBrush);
    // What is read has features of its own.
    if (row > 0 && picture.unit < width) {
        painter.setPen(QPen(theme().ink, 1));
        painter.drawRect(plan.square(row, time, picture.unit).adjusted(-0.5, -0.5, 0.5, 0.5));
    }
    const auto mark = [&](const std::optional<UnrolledPlace>& place, const QPen& pen) {
        if (!place || place->row != row || place->time != time || place->unit >= width) return;
        painter.setPen(pen);
        painter.drawRect(plan.square(row, time, place->unit).adjusted(-1.5, -1.5, 1.5, 1.5));
    };
    mark(picture.hovered, QPen(theme().ink, 1.5));
    mark(picture.chosen, QPen(theme().accent, 2.5));
}

void paintArrow(QPainter& painter, QPointF from, QPointF to, const QColor& colour) {
    const double head = 4;
    const QPointF along = (to - from) / std::max(1.0, std::hypot((to - from).x(), (to - from).y()));
    const QPointF across(-along.y(), along.x());
    painter.setPen(QPen(colour, 1.5));
    painter.drawLine(from, to - along * head);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{to, to - along * 2 * head + across * head, to - along * 2 * head - across * head});
}

/// What goes on from one step to the next: the states.
bool goesOn(const UnrolledPicture& picture, int row) {
    const Site site = picture.rows[static_cast<std::size_t>(row)].site;
    return row > 0 && (site == Site::HiddenState || site == Site::CellState);
}

void paintLinks(QPainter& painter, const UnrolledPicture& picture, const UnrolledPlan& plan, int row) {
    for (int time = 0; time + 1 < picture.steps(); ++time) {
        const double y = plan.tile(row, time).center().y();
        QPointF from(plan.tile(row, time).right() + 2, y), to(plan.tile(row, time + 1).left() - 2, y);
        const bool leftwards = picture.backward != picture.layer.reversed;
        if (leftwards) std::swap(from, to);
        const bool isDone = picture.isDone(time) && picture.isDone(time + 1);
        paintArrow(painter, from, to, isDone ? (picture.backward ? theme().backward : theme().mutedInk) : theme().line);
    }
}

void paintColumns(QPainter& painter, const UnrolledPicture& picture, const UnrolledPlan& plan) {
    const QFontMetricsF type(plan.font), small(plan.small);
    for (int time = 0; time < picture.steps(); ++time) {
        const QRectF whole = plan.columnRect(time).adjusted(-5, 0, 5, 0);
        const QRectF card(whole.left(), plan.top, whole.width(), plan.belowTop - plan.top - 2);
        const bool isNow = picture.isNow(time);
        painter.setPen(QPen(isNow ? theme().accent : theme().line, isNow ? 2 : 1));
        painter.setBrush(theme().panel);
        painter.drawRoundedRect(card, 6, 6);
        QFont font = plan.font;
        font.setBold(isNow);
        painter.setFont(font);
        painter.setPen(picture.isDone(time) ? theme().ink : theme().mutedInk);
        const QString word = QFontMetricsF(font).elidedText(picture.words[time], Qt::ElideRight, whole.width() + 6);
        painter.drawText(QRectF(whole.left() - 10, 0, whole.width() + 20, plan.top - 4), Qt::AlignCenter, word);
        if (picture.below.isEmpty() || !picture.isDone(time)) continue;
        painter.setFont(plan.small);
        painter.setPen(theme().ink);
        const QStringList lines = picture.below[time].split(QLatin1Char('\n'));
        for (int i = 0; i < lines.size(); ++i) {
            const QRectF place(whole.left() - 6, plan.belowTop + i * small.height(), whole.width() + 12,
                               small.height() + 2);
            painter.drawText(place, Qt::AlignCenter, small.elidedText(lines[i], Qt::ElideRight, place.width()));
        }
    }
}

/// The names of the rows; what is scrolled under them is covered.
void paintTitles(QPainter& painter, const UnrolledPicture& picture, const UnrolledPlan& plan, double left) {
    const QFontMetricsF small(plan.small);
    if (left > 0) painter.fillRect(QRectF(left, 0, plan.side - 6, plan.belowTop), theme().stage);
    for (int row = 0; row < static_cast<int>(picture.rows.size()); ++row) {
        const auto r = static_cast<std::size_t>(row);
        const double limit = picture.limitOf(row);
        painter.setFont(plan.small);
        painter.setPen(theme().ink);
        const QRectF label(left + 4, plan.rowTops[r] - 4, plan.side - 12, plan.rowHeights[r] + 8);
        const StateRow& kind = picture.rows[r];
        const QString range =
            kind.isGate && !picture.backward ? QStringLiteral("0 … 1") : QStringLiteral("±%1").arg(shortNumber(limit));
        const QString title = small.elidedText(titleOfRow(picture, row), Qt::ElideRight, label.width());
        if (label.height() >= 2 * small.height()) {
            painter.drawText(label.adjusted(0, 0, 0, -label.height() / 2), Qt::AlignRight | Qt::AlignBottom, title);
            painter.setPen(theme().mutedInk);
            painter.drawText(label.adjusted(0, label.height() / 2, 0, 0), Qt::AlignRight | Qt::AlignTop, range);
        } else {
            painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter, title);
        }
    }
}

}  // namespace

void paintUnrolled(QPainter& painter, const UnrolledPicture& picture, const UnrolledPlan& plan, bool focused,
                   double left) {
    if (picture.isEmpty()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    paintColumns(painter, picture, plan);
    // Of a long text only what is in sight.
    const auto isSeen = [&painter](const QRectF& place) {
        return !painter.hasClipping() || painter.clipBoundingRect().intersects(place);
    };
    for (int row = 0; row < static_cast<int>(picture.rows.size()); ++row) {
        const double limit = picture.limitOf(row);
        if (goesOn(picture, row)) paintLinks(painter, picture, plan, row);
        painter.setRenderHint(QPainter::Antialiasing, false);
        for (int time = 0; time < picture.steps(); ++time) {
            if (isSeen(plan.tile(row, time))) paintTile(painter, picture, plan, row, time, limit);
        }
        painter.setRenderHint(QPainter::Antialiasing);
    }
    paintMemoryLine(painter, picture, plan, left);
    paintTitles(painter, picture, plan, left);
    if (focused && !picture.chosen) {
        painter.setPen(QPen(theme().accent, 2, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(plan.side, plan.top, plan.line.width(), plan.belowTop - plan.top));
    }
}

}  // namespace attentarium
